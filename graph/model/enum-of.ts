import { z } from "zod";

/** One of the keys of a vocabulary record. */
export const enumOf = <K extends string>(record: Readonly<Record<K, unknown>>) => z.enum(Object.keys(record) as [K, ...K[]]);
