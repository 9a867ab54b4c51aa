import { z } from "zod";
import type { Heard } from "#graph/queries/heard.ts";
import { reliabilityOrder } from "#graph/vocabulary/marks.ts";
import * as input from "./input.ts";

/** Both clocks and whose word counts, as parameters of the address. */
export const heardQuery = {
  at: input.day,
  saidBy: input.day.describe("Only what documents had said by the end of this day, month or year"),
  documents: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(input.id).max(1000))
    .nullable()
    .default(null)
    .describe("Only what these documents say; ids, comma-separated"),
  reliability: z.enum(reliabilityOrder).nullable().default(null).describe("The least reliability of the best document"),
  undated: z.enum(["shown", "hidden"]).default("shown").describe("Whether what has no date is shown under a clock"),
};

type HeardInput = { [Name in keyof typeof heardQuery]: z.output<(typeof heardQuery)[Name]> };

export const heardOf = ({ undated, ...rest }: HeardInput): Heard => ({ ...rest, undated: undated === "shown" });
