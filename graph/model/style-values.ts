import { z } from "zod";
import { unknownAnswer } from "./api-answers.ts";
import { entity } from "./entity.ts";
import { metric } from "./metric.ts";
import { shownCypher } from "./subgraph.ts";

const count = z.int().min(0);
const { name: measure, unit, modality } = metric.shape;

/** What entities are measured by: a measure in one unit and one modality, never mixed with another. */
export const styleMeasuresAnswer = z
  .strictObject({
    measures: z.array(
      z.strictObject({
        measure,
        en: z.string().nullable(),
        unit,
        modality,
        /** How many entities have such a figure under the clocks and trust that are on: as many as `/style-values/figures` gives. */
        entities: count,
      }),
    ),
    cypher: shownCypher,
  })
  .meta({ id: "StyleMeasures" });
export type StyleMeasuresAnswer = z.infer<typeof styleMeasuresAnswer>;
export type StyleMeasure = StyleMeasuresAnswer["measures"][number];

/** The latest figure of each entity, as columns. */
export const styleFiguresAnswer = z
  .strictObject({
    measure,
    unit,
    modality,
    /** Kinds of which any entity has such a figure, heard or not: of these, one without it is unknown. */
    kinds: z.array(z.string()),
    values: z.strictObject({
      id: z.array(z.string()),
      value: z.array(z.number()),
      op: z.array(z.string()),
      period: z.array(z.string().nullable()),
    }),
    /** Entities with several figures of their latest period: the preferred one is given, else the largest. */
    several: count,
    cypher: shownCypher,
  })
  .meta({ id: "StyleFigures" });
export type StyleFiguresAnswer = z.infer<typeof styleFiguresAnswer>;

export const groupings = ["chain", "park", "state"] as const;
export type Grouping = (typeof groupings)[number];

/** To which chain, park or state each entity belongs, as columns. */
export const styleGroupsAnswer = z
  .strictObject({
    by: z.enum(groupings),
    /** Kinds that can belong to one: of these, one that belongs to none is unknown. */
    kinds: z.array(z.string()),
    /** Chains and parks by size, states in their order. `key`: an entity's id, or the word of the vocabulary. */
    groups: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        nameEn: z.string().nullable(),
        shortName: entity.shape.shortName.nullable(),
        count,
      }),
    ),
    /** `group`: index into `groups`; -1 where it belongs to more than one. */
    values: z.strictObject({ id: z.array(z.string()), group: z.array(z.int().min(-1)) }),
    cypher: shownCypher,
  })
  .meta({ id: "StyleGroups" });
export type StyleGroupsAnswer = z.infer<typeof styleGroupsAnswer>;

/** What is not known, each entity's first gap before anyone's second. */
export const unknownListAnswer = z
  .strictObject({
    unknown: z.array(z.strictObject({ entity: z.string(), ...unknownAnswer.shape })),
    total: count,
    truncated: z.boolean(),
    cypher: shownCypher,
  })
  .meta({ id: "UnknownList" });
export type UnknownListAnswer = z.infer<typeof unknownListAnswer>;
