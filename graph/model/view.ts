import { z } from "zod";
import { period } from "./period.ts";

const ids = z.array(z.string().min(1).max(200));

/** By what nodes and edges are sized, coloured and thickened: ids of the style rules that the client lists. */
export const savedStyle = z.strictObject({ size: z.string().max(60), colour: z.string().max(60), thickness: z.string().max(60) });

/**
 * The two clocks: `heldAt`, when a statement holds; `saidBy`, what documents had said until then. Dates or periods; null: whenever, all.
 * Statements without a date are always shown, unless they are hidden.
 */
export const savedClocks = z.strictObject({
  heldAt: period.nullable(),
  saidBy: period.nullable(),
  undatedHidden: z.boolean().optional(),
});

/** Of which documents statements are shown (null: of all), and how reliable the best of them must be (null: any). */
export const savedTrust = z.strictObject({ documents: ids.nullable(), reliability: z.enum(["high", "medium", "low"]).nullable() });

/** Nodes that stand for one: by a rule (`kind`, `chain`, `park`, `community`) or by hand. An open group shows its members. */
export const savedGroup = z.strictObject({
  key: z.string().min(1).max(200),
  by: z.enum(["kind", "chain", "park", "community", "hand"]),
  /** A name given by hand, or the id of the chain or park, or the kind. */
  title: z.string().max(200),
  members: ids,
  open: z.boolean(),
});

/**
 * An exploration by stable ids: what a saved view or a link holds. `positions` are x, y pairs in layout units in the order of `shown`;
 * NaN has no JSON, so that a node without a place has null.
 */
export const savedExploration = z.strictObject({
  version: z.literal(1),
  shown: ids,
  positions: z.array(z.number().nullable()),
  hiddenKinds: z.array(z.string().max(60)),
  hiddenTypes: z.array(z.string().max(60)),
  status: z.enum(["all", "stated", "inferred", "reference"]),
  minConfidence: z.number().min(0).max(1),
  selection: ids,
  edge: z.string().nullable(),
  layout: z.string().max(60),
  pinned: ids,
  groups: z.array(savedGroup),
  style: savedStyle,
  clocks: savedClocks,
  trust: savedTrust,
});
export type SavedExploration = z.infer<typeof savedExploration>;
