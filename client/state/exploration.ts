import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";
import { type Clocks, presentClocks } from "./slices/clocks.ts";
import type { NodeGroup } from "./slices/groups.ts";
import type { LeftOut } from "./slices/left-out.ts";
import { plainStyle, type StyleChoice } from "./slices/style.ts";
import { type Trust, trustAll } from "./slices/trust.ts";

export type StatusFilter = "all" | "stated" | "inferred" | "reference";

/** A step of the way so far: where one can return to. */
export type TrailStep =
  | { at: "overview" }
  | { at: "entity"; node: number; expanded: number }
  | { at: "result"; nodes: number; edges: number }
  /** `hops`: edges of the path between the first and the last of its nodes; `paths`: how many are marked at once. */
  | { at: "path"; from: number; to: number; hops: number; paths: number };

export interface Highlight {
  nodes: readonly number[];
  edges: readonly number[];
  style: "result" | "path";
}

/**
 * What a person looks at, without positions. Nodes and edges are indexes into the loaded graph; `saveExploration` turns them into ids.
 * `shown` holds 1 for a node that is on the canvas; beyond its end nothing is.
 */
export interface Exploration {
  readonly shown: Uint8Array;
  /** 1 for a node that was on the canvas and was hidden by hand: counted, and brought back when asked for. */
  readonly hidden: Uint8Array;
  /** Loaded, and no part of the picture: see docs/decisions/0010. */
  readonly leftOut: LeftOut;
  readonly hiddenKinds: ReadonlySet<EntityKind>;
  readonly hiddenTypes: ReadonlySet<RelationType>;
  readonly status: StatusFilter;
  readonly minConfidence: number;
  readonly selection: readonly number[];
  readonly edge: number | null;
  /** What each expansion brought, so that collapse can take it away. */
  readonly expanded: ReadonlyMap<number, readonly number[]>;
  readonly trail: readonly TrailStep[];
  readonly highlight: Highlight | null;
  readonly layout: string;
  /** Nodes that keep their place when a layout runs. */
  readonly pinned: ReadonlySet<number>;
  readonly groups: readonly NodeGroup[];
  readonly style: StyleChoice;
  readonly clocks: Clocks;
  readonly trust: Trust;
  /** Whether what is not known is drawn as hollow marks. */
  readonly unknownShown: boolean;
}

export const emptyExploration = (layout: string): Exploration => ({
  shown: new Uint8Array(0),
  hidden: new Uint8Array(0),
  leftOut: null,
  hiddenKinds: new Set(),
  hiddenTypes: new Set(),
  status: "all",
  minConfidence: 0,
  selection: [],
  edge: null,
  expanded: new Map(),
  trail: [{ at: "overview" }],
  highlight: null,
  layout,
  pinned: new Set(),
  groups: [],
  style: plainStyle,
  clocks: presentClocks,
  trust: trustAll,
  unknownShown: false,
});

export const showUnknown = (it: Exploration, unknownShown: boolean): Exploration =>
  it.unknownShown === unknownShown ? it : { ...it, unknownShown };

export const isShown = (it: Exploration, node: number): boolean => it.shown[node] === 1;

const withMarks = (shown: Uint8Array, nodes: readonly number[], mark: 0 | 1): Uint8Array => {
  let length = shown.length;
  if (mark === 1) for (const node of nodes) length = Math.max(length, node + 1);
  const next = new Uint8Array(length);
  next.set(shown);
  for (const node of nodes) if (node < length) next[node] = mark;
  return next;
};

const toggled = <T>(set: ReadonlySet<T>, value: T): Set<T> => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};

export const show = (it: Exploration, nodes: readonly number[]): Exploration => ({
  ...it,
  shown: withMarks(it.shown, nodes, 1),
  hidden: withMarks(it.hidden, nodes, 0),
});

/** The rest is hidden by hand. */
export function showOnly(it: Exploration, nodes: readonly number[]): Exploration {
  const kept = new Set(nodes);
  const shown = withMarks(new Uint8Array(0), nodes, 1);
  const hidden = new Uint8Array(Math.max(it.shown.length, it.hidden.length));
  for (let node = 0; node < hidden.length; node++)
    if (shown[node] !== 1 && (it.shown[node] === 1 || it.hidden[node] === 1)) hidden[node] = 1;
  return { ...it, shown, hidden, selection: it.selection.filter((node) => kept.has(node)), edge: null };
}

function takeAway(it: Exploration, nodes: readonly number[]): Exploration {
  const gone = new Set(nodes);
  return {
    ...it,
    shown: withMarks(it.shown, nodes, 0),
    selection: it.selection.filter((node) => !gone.has(node)),
    edge: null,
    trail: it.trail.filter((step) => step.at !== "entity" || !gone.has(step.node)),
  };
}

export function hide(it: Exploration, nodes: readonly number[]): Exploration {
  const there = nodes.filter((node) => isShown(it, node));
  return there.length === 0 ? it : { ...takeAway(it, there), hidden: withMarks(it.hidden, there, 1) };
}

/** By the marks, which are never changed in place. */
const hiddenCounts = new WeakMap<Uint8Array, number>();

/** How many are hidden by hand. */
export function countHidden({ hidden }: Pick<Exploration, "hidden">): number {
  let count = hiddenCounts.get(hidden);
  if (count !== undefined) return count;
  count = 0;
  for (const mark of hidden) count += mark;
  hiddenCounts.set(hidden, count);
  return count;
}

/** Everything that was hidden by hand comes back where it stood. */
export function showHidden(it: Exploration): Exploration {
  const nodes = [...it.hidden.keys()].filter((node) => it.hidden[node] === 1);
  return nodes.length === 0 ? it : show(it, nodes);
}

/** Nodes that keep their place in every layout. */
export function pin(it: Exploration, nodes: readonly number[]): Exploration {
  if (nodes.every((node) => it.pinned.has(node))) return it;
  return { ...it, pinned: new Set([...it.pinned, ...nodes]) };
}

export function unpin(it: Exploration, nodes: readonly number[]): Exploration {
  const pinned = new Set(it.pinned);
  for (const node of nodes) pinned.delete(node);
  return pinned.size === it.pinned.size ? it : { ...it, pinned };
}

/** Puts neighbours of a node on the canvas and remembers which of them were not there before. */
export function expand(it: Exploration, node: number, neighbours: readonly number[]): Exploration {
  const added = neighbours.filter((one) => !isShown(it, one));
  const expanded = new Map(it.expanded);
  expanded.set(node, [...(expanded.get(node) ?? []), ...added]);
  const visited = visit(it.trail, node);
  const trail = visited.map((step) =>
    step.at === "entity" && step.node === node ? { ...step, expanded: step.expanded + added.length } : step,
  );
  return { ...show(it, [node, ...neighbours]), expanded, trail };
}

/** Takes away what expanding a node brought, except what is selected or was expanded itself. */
export function collapse(it: Exploration, node: number): Exploration {
  const added = it.expanded.get(node);
  if (added === undefined) return it;
  const expanded = new Map(it.expanded);
  expanded.delete(node);
  const keep = new Set([...it.selection, ...expanded.keys(), node]);
  return {
    ...takeAway(
      it,
      added.filter((one) => !keep.has(one)),
    ),
    expanded,
  };
}

const visit = (trail: readonly TrailStep[], node: number): readonly TrailStep[] => {
  const before = trail.findIndex((step) => step.at === "entity" && step.node === node);
  if (before >= 0) return trail.slice(0, before + 1);
  return [...trail, { at: "entity", node, expanded: 0 }];
};

export const select = (it: Exploration, node: number): Exploration => ({
  ...it,
  selection: [node],
  edge: null,
  trail: visit(it.trail, node),
});

export const selectSeveral = (it: Exploration, nodes: readonly number[]): Exploration => ({ ...it, selection: [...nodes], edge: null });

/** Adds to the selection what is not in it yet; what all is in it already leaves it. */
export function toggleSeveral(it: Exploration, nodes: readonly number[]): Exploration {
  const selection = new Set(it.selection);
  const all = nodes.every((node) => selection.has(node));
  for (const node of nodes)
    if (all) selection.delete(node);
    else selection.add(node);
  return selectSeveral(it, [...selection]);
}

export const toggleSelected = (it: Exploration, node: number): Exploration => ({
  ...it,
  selection: it.selection.includes(node) ? it.selection.filter((one) => one !== node) : [...it.selection, node],
  edge: null,
});

/** An edge is looked at while the selected entity stays. */
export const selectEdge = (it: Exploration, edge: number | null): Exploration => ({ ...it, edge });

export const clearSelection = (it: Exploration): Exploration => ({ ...it, selection: [], edge: null });

/** Back to a step of the trail; what came after it leaves the trail, not the canvas. */
export function returnTo(it: Exploration, step: number): Exploration {
  const target = it.trail[step];
  if (target === undefined) return it;
  const trail = it.trail.slice(0, step + 1);
  return { ...it, trail, edge: null, selection: target.at === "entity" ? [target.node] : [] };
}

export const toggleKind = (it: Exploration, kind: EntityKind): Exploration => ({ ...it, hiddenKinds: toggled(it.hiddenKinds, kind) });

/** Only this kind; once more: all again. */
export function soloKind(it: Exploration, kind: EntityKind, all: readonly EntityKind[]): Exploration {
  const alone = it.hiddenKinds.size === all.length - 1 && !it.hiddenKinds.has(kind);
  return { ...it, hiddenKinds: alone ? new Set() : new Set(all.filter((one) => one !== kind)) };
}

export const toggleType = (it: Exploration, type: RelationType): Exploration => ({ ...it, hiddenTypes: toggled(it.hiddenTypes, type) });

export const setAllTypes = (it: Exploration, types: readonly RelationType[], visible: boolean): Exploration => ({
  ...it,
  hiddenTypes: visible ? new Set() : new Set(types),
});

export const setStatus = (it: Exploration, status: StatusFilter): Exploration => ({ ...it, status });
export const setMinConfidence = (it: Exploration, minConfidence: number): Exploration => ({ ...it, minConfidence });

export const clearFilters = (it: Exploration): Exploration => ({
  ...it,
  hiddenKinds: new Set(),
  hiddenTypes: new Set(),
  status: "all",
  minConfidence: 0,
  clocks: presentClocks,
  trust: trustAll,
});

/** The rows of a query on the canvas: marked among the rest, or alone. */
export function showResult(it: Exploration, result: { nodes: readonly number[]; edges: readonly number[]; only: boolean }): Exploration {
  const base = result.only ? showOnly(it, result.nodes) : show(it, result.nodes);
  const trail = [
    ...it.trail.filter((step) => step.at !== "result"),
    { at: "result" as const, nodes: result.nodes.length, edges: result.edges.length },
  ];
  return { ...base, selection: [], edge: null, trail, highlight: { nodes: result.nodes, edges: result.edges, style: "result" } };
}

/** A path among the rest of the picture, or several at once. */
export function showPath(
  it: Exploration,
  { nodes, edges, paths = 1 }: { nodes: readonly number[]; edges: readonly number[]; paths?: number },
): Exploration {
  const [from, to] = [nodes[0] as number, nodes.at(-1) as number];
  const trail = [
    ...it.trail.filter(({ at }) => at !== "path" && at !== "result"),
    { at: "path" as const, from, to, hops: edges.length, paths },
  ];
  return { ...show(it, nodes), selection: [], edge: null, trail, highlight: { nodes, edges, style: "path" } };
}

export const clearHighlight = (it: Exploration): Exploration => ({
  ...it,
  highlight: null,
  trail: it.trail.filter((step) => step.at !== "result" && step.at !== "path"),
});

export const setLayout = (it: Exploration, layout: string): Exploration => ({ ...it, layout });
