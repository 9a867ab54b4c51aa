import { z } from "zod";
import { shownCypher } from "./subgraph.ts";

const text = z.array(z.string());

/** Figures of all entities, as columns. */
export const tableFiguresAnswer = z
  .strictObject({
    figures: z.strictObject({
      /** Of whom. */
      id: text,
      name: text,
      value: z.array(z.number()),
      unit: text,
      op: text,
      period: z.array(z.string().nullable()),
      modality: text,
    }),
    truncated: z.boolean(),
    cypher: shownCypher,
  })
  .meta({ id: "TableFigures" });
export type TableFiguresAnswer = z.infer<typeof tableFiguresAnswer>;

/** How far projects and funds are, as columns. */
export const tableStatesAnswer = z
  .strictObject({ states: z.strictObject({ id: text, state: text }), truncated: z.boolean(), cypher: shownCypher })
  .meta({ id: "TableStates" });
export type TableStatesAnswer = z.infer<typeof tableStatesAnswer>;
