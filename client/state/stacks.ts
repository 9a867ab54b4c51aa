import type { PlaceColumn } from "#client/columns/place-column.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { isMasked } from "./edge-bits.ts";
import { evidenceMask } from "./evidence-mask.ts";
import type { Exploration } from "./exploration.ts";
import { groupName } from "./group-names.ts";
import { kindOf, type LoadedGraph, otherEnd } from "./loaded-graph.ts";
import type { NodeGroup } from "./slices/groups.ts";
import { appendBundle, appendStack, type Bundled, sameMembers, stackRows } from "./stack-rows.ts";
import { StandIns } from "./stand-ins.ts";

/** What closed groups make of the picture. Members stay on the canvas in every count; a stack, one row of the graph, is drawn for them. */
export interface Stacked {
  /** 1 for each row that is drawn; beyond its end none is. */
  readonly drawn: Uint8Array;
  /** The stack that is drawn for a member. */
  readonly standIn: StandIns;
  /** Visible members by stack. */
  readonly members: ReadonlyMap<number, readonly number[]>;
  /** The same as numbers, for the drawing. */
  readonly counts: ReadonlyMap<number, number>;
  readonly groups: ReadonlyMap<number, NodeGroup>;
}

const none: Omit<Stacked, "drawn"> = { standIn: new StandIns(new Map(), 0), members: new Map(), counts: new Map(), groups: new Map() };

interface Last {
  it: Exploration;
  edgeCount: number;
  sources: LoadedGraph["sources"]["known"];
  stacked: Stacked;
}
/** By the list of names, which lives as long as the loaded graph. */
const derived = new WeakMap<readonly string[], Last>();

/**
 * What is drawn of an exploration. A closed group gets a row in the loaded graph when it is first drawn, and edges that bundle those of its
 * members; rows are found again by who is in them, so that opening and closing adds nothing. Costs what has changed since the last time.
 */
export function stackedOf(graph: LoadedGraph, it: Exploration): Stacked {
  const before = derived.get(graph.nodes.id);
  const same =
    before?.it.shown === it.shown &&
    before.it.leftOut === it.leftOut &&
    before.it.groups === it.groups &&
    before.it.hiddenKinds === it.hiddenKinds &&
    before.it.clocks === it.clocks &&
    before.it.trust === it.trust &&
    before.sources === graph.sources.known;
  if (same && before.edgeCount === graph.edgeCount) return before.stacked;
  const closed = it.groups.filter(({ open }) => !open);
  const stacked = closed.length === 0 ? { drawn: it.shown, ...none } : derive(graph, it, closed, before ?? null);
  derived.set(graph.nodes.id, { it, edgeCount: graph.edgeCount, sources: graph.sources.known, stacked });
  return stacked;
}

function derive(graph: LoadedGraph, it: Exploration, closed: readonly NodeGroup[], before: Last | null): Stacked {
  const hiddenKinds = Uint8Array.from(entityKinds, (kind) => (it.hiddenKinds.has(kind) ? 1 : 0));
  const evidence = evidenceMask(graph, it);
  const visible = (node: number): boolean =>
    it.shown[node] === 1 && hiddenKinds[graph.nodes.kind[node] as number] === 0 && (evidence === null || !isMasked(evidence.nodes, node));
  const rows = new Map([...(before?.stacked.groups ?? [])].map(([row, { key }]) => [key, row]));
  const members = new Map<number, readonly number[]>();
  const groups = new Map<number, NodeGroup>();
  for (const group of closed) {
    const inside = group.members.filter(visible);
    if (inside.length === 0) continue;
    const row = rowAgain(before?.stacked, rows.get(group.key), { group, inside }) ?? rowOf(graph, group, inside);
    members.set(row, inside);
    groups.set(row, group);
  }
  const last = before?.stacked;
  const unchanged = last !== undefined && members.size === last.members.size && [...members.keys()].every((row) => last.members.has(row));
  const standIn = unchanged ? last.standIn : new StandIns(members, graph.nodeCount);
  // Enough around what was not drawn before: what changes of the other stacks are their lines to this.
  const come = [...members].filter(([row]) => !last?.members.has(row));
  const gone = [...(last?.members ?? [])].filter(([row]) => !members.has(row));
  bundleAround(
    graph,
    standIn,
    [...come, ...gone].map(([, inside]) => inside),
  );
  bundleNew(graph, standIn, before?.edgeCount ?? graph.edgeCount);
  const { linesAt } = stackRows(graph);
  for (const row of members.keys()) graph.nodes.degree[row] = linesAt.of(row).length;
  const drawn = new Uint8Array(Math.max(it.shown.length, ...[...members.keys()].map((row) => row + 1)));
  drawn.set(it.shown);
  for (const [row, inside] of members) {
    for (const member of inside) drawn[member] = 0;
    drawn[row] = 1;
  }
  return {
    drawn,
    standIn,
    members: unchanged ? last.members : members,
    groups,
    counts: unchanged ? last.counts : new Map([...members].map(([row, inside]) => [row, inside.length])),
  };
}

/** The row that stood for a group the last time, if nothing of it has changed: comparing numbers is cheaper than finding the row. */
function rowAgain(last: Stacked | undefined, row: number | undefined, { group, inside }: { group: NodeGroup; inside: readonly number[] }) {
  if (last === undefined || row === undefined || last.groups.get(row)?.title !== group.title) return null;
  return sameMembers(last.members.get(row) ?? [], inside) ? row : null;
}

/** The row of a group with just these members; a name that changed makes another. */
function rowOf(graph: LoadedGraph, group: NodeGroup, inside: readonly number[]): number {
  const names = groupName(graph, group);
  return appendStack(graph, { key: group.key, members: inside, kind: kindOfStack(graph, group, inside), ...names });
}

/** The kind of what gave the group its name where that is inside, else the most frequent one. */
function kindOfStack(graph: LoadedGraph, group: NodeGroup, inside: readonly number[]): EntityKind {
  const head = graph.nodeIndex.get(group.title);
  if (head !== undefined && inside.includes(head)) return kindOf(graph, head);
  const counts = new Uint32Array(entityKinds.length);
  for (const node of inside) {
    const code = graph.nodes.kind[node] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return entityKinds[counts.indexOf(Math.max(...counts))] as EntityKind;
}

/** The edges at these nodes, each once. */
function bundleAround(graph: LoadedGraph, standIn: StandIns, groups: readonly (readonly number[])[]): void {
  const members = groups.reduce((sum, inside) => sum + inside.length, 0);
  if (members === 0) return;
  const bundling = new Bundling(graph, standIn);
  // Where much is grouped, all edges in their order are met sooner than those of each node.
  if (members > graph.nodeCount / 8) {
    const { statements } = stackRows(graph);
    for (let edge = 0, count = graph.edgeCount; edge < count; edge++) if (!statements.has(edge)) bundling.take(edge);
    bundling.end();
    return;
  }
  const seen = new Uint8Array(graph.edgeCount);
  for (const inside of groups)
    for (const member of inside)
      for (const edge of graph.incident[member] ?? []) {
        if (seen[edge] === 1) continue;
        seen[edge] = 1;
        bundling.take(edge);
      }
  bundling.end();
}

/** The edges that came since the last time. */
function bundleNew(graph: LoadedGraph, standIn: StandIns, from: number): void {
  const { statements } = stackRows(graph);
  const bundling = new Bundling(graph, standIn);
  for (let edge = from; edge < graph.edgeCount; edge++) if (!statements.has(edge)) bundling.take(edge);
  bundling.end();
}

/** Collects edges whose ends are drawn elsewhere; those inside one stack are not drawn at all. */
class Bundling {
  readonly #found: Bundled = { edge: [], source: [], target: [] };
  readonly #graph: LoadedGraph;
  readonly #standIn: StandIns;

  constructor(graph: LoadedGraph, standIn: StandIns) {
    this.#graph = graph;
    this.#standIn = standIn;
  }

  take(edge: number): void {
    const { source, target } = this.#graph.edges;
    const [from, to] = [source[edge] as number, target[edge] as number];
    const [first, second] = [this.#standIn.rowOf(from), this.#standIn.rowOf(to)];
    if (first === second || (first === from && second === to)) return;
    this.#found.edge.push(edge);
    this.#found.source.push(first);
    this.#found.target.push(second);
  }

  end(): void {
    appendBundle(this.#graph, this.#found);
  }
}

/** What the drawing shows for these nodes: a stack once for all its members. */
export function drawnFor({ standIn }: Stacked, nodes: readonly number[]): readonly number[] {
  return standIn.size === 0 ? nodes : [...new Set(nodes.map((node) => standIn.rowOf(node)))];
}

/** The lines that are drawn for these edges: themselves, or the bundles that they are in. */
export function drawnEdgesFor(graph: LoadedGraph, { standIn, drawn }: Stacked, edges: readonly number[]): number[] {
  const { bundlesOf } = stackRows(graph);
  const isDrawn = (line: number): boolean =>
    drawn[graph.edges.source[line] as number] === 1 && drawn[graph.edges.target[line] as number] === 1;
  return edges.flatMap((edge) => {
    const stacked = [graph.edges.source[edge] as number, graph.edges.target[edge] as number].some((end) => standIn.has(end));
    return stacked ? bundlesOf.of(edge).filter(isDrawn) : [edge];
  });
}

/** The bundles between a stack and what else is drawn. */
export const linesOf = (graph: LoadedGraph, { drawn }: Stacked, row: number): readonly number[] =>
  stackRows(graph)
    .linesAt.of(row)
    .filter((line) => drawn[otherEnd(graph, line, row)] === 1);

/** The nodes that a drawn row speaks of: itself, or the members it stands for. */
export const nodesBehind = ({ members }: Stacked, row: number): readonly number[] => members.get(row) ?? [row];

/** Positions with each stack in the middle of its members. */
export function withStacks({ members }: Stacked, positions: PlaceColumn): PlaceColumn {
  if (members.size === 0) return positions;
  const next = positions.copy();
  for (const [row, inside] of members) {
    const middle = middleOf(positions, inside);
    next.put(row, middle.x, middle.y);
  }
  return next;
}

/** NaN where no member has a place. */
export function middleOf(positions: PlaceColumn, nodes: readonly number[]): { x: number; y: number } {
  let [x, y, placed] = [0, 0, 0];
  for (const node of nodes) {
    if (!positions.has(node)) continue;
    x += positions.x(node);
    y += positions.y(node);
    placed += 1;
  }
  return { x: x / placed, y: y / placed };
}

/** Takes the members of stacks along to where a layout or a drag has put the stack; writes into `positions`. */
export function carryMembers({ members }: Stacked, positions: PlaceColumn, to: (row: number) => { x: number; y: number } | null): void {
  for (const [row, inside] of members) {
    const place = to(row);
    if (place === null) continue;
    const middle = middleOf(positions, inside);
    for (const member of inside) {
      if (!positions.has(member)) positions.put(member, place.x, place.y);
      else positions.put(member, positions.x(member) + place.x - middle.x, positions.y(member) + place.y - middle.y);
    }
  }
}
