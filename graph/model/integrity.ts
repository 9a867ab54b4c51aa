import { z } from "zod";

/** Whether a store still holds what its newest revision left, as far as it was checked since it was opened. */
export const integrity = z
  .strictObject({
    state: z.enum(["unchecked", "checking", "ok", "damaged"]),
    /** The revision whose checksum was compared. */
    revision: z.int().min(0).nullable(),
    /** A line for each fault that was found. */
    faults: z.array(z.string()),
    remedy: z.string().nullable(),
  })
  .meta({ id: "Integrity" });
export type Integrity = z.infer<typeof integrity>;
