import { z } from "zod";
import { period } from "./period.ts";

/** More entities than this are in no picture: what is loaded by the cursor ends here too. */
const most = 100_000;
const id = z.string().min(1).max(200);
const ids = z.array(id).max(most);

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

/** A path or the rows of a query, marked among the rest. */
export const savedHighlight = z.strictObject({ nodes: ids, edges: ids, style: z.enum(["result", "path"]) });

/**
 * An exploration by stable ids: what a saved view or a link holds. `positions` are x, y pairs in layout units in the order of `shown`;
 * NaN has no JSON, so that a node without a place has null.
 */
export const savedExploration = z
  .strictObject({
    version: z.literal(1),
    shown: ids,
    positions: z.array(z.number().nullable()).max(2 * most),
    hiddenKinds: z.array(z.string().max(60)).max(100),
    hiddenTypes: z.array(z.string().max(60)).max(200),
    status: z.enum(["all", "stated", "inferred", "reference"]),
    minConfidence: z.number().min(0).max(1),
    selection: ids,
    edge: id.nullable(),
    highlight: savedHighlight.nullable(),
    layout: z.string().max(60),
    pinned: ids,
    groups: z.array(savedGroup).max(1000),
    style: savedStyle,
    clocks: savedClocks,
    trust: savedTrust,
    /** Whether what is not known is drawn as hollow marks. */
    unknownShown: z.boolean().optional(),
  })
  .refine((it) => it.positions.length === 2 * it.shown.length, { path: ["positions"], error: "an x and a y for each of `shown`" });
export type SavedExploration = z.infer<typeof savedExploration>;

/** What the layout draws behind the nodes, in layout units; a title is the name of an entity, or a word in both languages. */
const guideTitle = z
  .union([z.strictObject({ entity: id }), z.strictObject({ zh: z.string().max(200), en: z.string().max(200) })])
  .nullable();
export const savedGuide = z.union([
  z.strictObject({ shape: z.literal("circle"), x: z.number(), y: z.number(), radius: z.number().min(0), title: guideTitle }),
  z.strictObject({
    shape: z.literal("box"),
    x: z.number(),
    y: z.number(),
    width: z.number().min(0),
    height: z.number().min(0),
    title: guideTitle,
  }),
]);
export type SavedGuide = z.infer<typeof savedGuide>;

/** Middle of the view in layout units, layout units per pixel, and the pixels of the window it was seen in. */
export const savedCamera = z.strictObject({
  x: z.number(),
  y: z.number(),
  ratio: z.number().min(1e-6).max(1e6),
  width: z.number().min(1).max(100_000),
  height: z.number().min(1).max(100_000),
});
export type SavedCamera = z.infer<typeof savedCamera>;

/** The whole picture: what is explored, what is drawn behind it, and from where it is looked at. */
export const savedPicture = z.strictObject({
  exploration: savedExploration,
  guides: z.array(savedGuide).max(5000),
  camera: savedCamera.nullable(),
  /**
   * Statements between two of the shown entities that were not on the canvas: an overview begins without general knowledge, and an
   * expansion brings the edges of one entity. What is said after the picture was saved is not among them, and is shown.
   */
  leftOut: ids.optional(),
});
export type SavedPicture = z.infer<typeof savedPicture>;

/** Part of a link, so that it is short; opaque. */
export const viewId = z
  .string()
  .max(60)
  .regex(/^view-[a-z0-9-]+$/, { error: "the id of a saved view begins with view-" })
  .brand<"ViewId">();
export type ViewId = z.infer<typeof viewId>;

const name = z.string().trim().min(1).max(120);
const note = z.string().max(4000);

export const viewSummary = z.strictObject({
  id: viewId,
  /** Grows with every change; a change names the version it saw. */
  version: z.int().min(1),
  name,
  note,
  author: z.string(),
  /** ISO date-times. */
  at: z.string(),
  changedAt: z.string(),
  /** Newest revision of the graph when the picture was saved. */
  revision: z.int().min(0),
  /** How many entities it shows. */
  shown: z.int().min(0),
});
export type ViewSummary = z.infer<typeof viewSummary>;

export const view = z.strictObject({ ...viewSummary.shape, picture: savedPicture }).meta({ id: "View" });
export type View = z.infer<typeof view>;

export const viewsAnswer = z.strictObject({ views: z.array(viewSummary) }).meta({ id: "Views" });
export type ViewsAnswer = z.infer<typeof viewsAnswer>;

/** `id` puts a dropped view back under its id, so that links to it hold again. */
export const viewRequest = z.strictObject({ id: viewId.optional(), name, note: note.default(""), picture: savedPicture });
export type ViewRequest = z.input<typeof viewRequest>;

/** What is left out stays as it is. */
export const viewChange = z.strictObject({
  version: z.int().min(1).describe("The version that the person saw: refused when someone has changed it since"),
  name: name.optional(),
  note: note.optional(),
  picture: savedPicture.optional(),
});
export type ViewChange = z.input<typeof viewChange>;
