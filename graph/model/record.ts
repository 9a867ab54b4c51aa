import { z } from "zod";

/** A record's canonical content: JSON, empty and absent left out. */
export const recordContent = z.record(z.string(), z.json());
export type RecordContent = z.infer<typeof recordContent>;
