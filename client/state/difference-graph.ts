import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { ChangeMark } from "#client/rendering/interface.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { kindOf, statusOf, typeOf } from "./loaded-graph.ts";
import type { Names } from "./review-list.ts";

export interface DifferenceNode {
  kind: EntityKind;
  name: string;
  nameEn: string | null;
  degree: number;
  mark: ChangeMark | null;
  /** Where it stands already. */
  at: { x: number; y: number } | null;
}

export interface DifferenceEdge {
  type: string;
  source: string;
  target: string;
  status: string;
  confidence: number;
  mark: ChangeMark | null;
}

/** The picture before and after in one, by id: what comes, what goes, what changes, and what they are tied to. */
export interface DifferenceGraph {
  nodes: Map<string, DifferenceNode>;
  edges: Map<string, DifferenceEdge>;
  /** What each change draws, by change id. */
  drawnBy: Map<string, { nodes: readonly string[]; edges: readonly string[] }>;
}

export interface Surroundings {
  graph: LoadedGraph;
  shown: (node: number) => boolean;
  /** Of edges between shown nodes, those that stand at the time that is drawn. */
  stands: (edge: number) => boolean;
  positions: PlaceColumn;
  /** What was fetched for the changes. */
  fetched: Subgraph | null;
}

const isKind = (kind: unknown): kind is EntityKind => typeof kind === "string" && (entityKinds as readonly string[]).includes(kind);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** A mark that says more takes the place of one that says less. */
const weight: Readonly<Record<ChangeMark, number>> = { changed: 1, conflict: 2, removed: 3, added: 4 };
const heavier = (a: ChangeMark | null, b: ChangeMark): ChangeMark => (a === null || weight[b] > weight[a] ? b : a);

function addLoaded(into: DifferenceGraph, { graph, shown, stands, positions }: Surroundings): void {
  const drawn = (node: number): boolean => shown(node) && positions.has(node);
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (!drawn(node)) continue;
    into.nodes.set(graph.nodes.id[node] as string, {
      kind: kindOf(graph, node),
      name: graph.nodes.name[node] as string,
      nameEn: graph.nodes.nameEn[node] ?? null,
      degree: graph.nodes.degree[node] as number,
      mark: null,
      at: { x: positions.x(node), y: positions.y(node) },
    });
  }
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const source = graph.nodes.id[graph.edges.source[edge] as number] as string;
    const target = graph.nodes.id[graph.edges.target[edge] as number] as string;
    if (!stands(edge) || !into.nodes.has(source) || !into.nodes.has(target)) continue;
    const confidence = graph.edges.confidence[edge] as number;
    into.edges.set(graph.edges.id[edge] as string, {
      type: typeOf(graph, edge),
      source,
      target,
      status: statusOf(graph, edge),
      confidence,
      mark: null,
    });
  }
}

function addFetched(into: DifferenceGraph, { dictionary, nodes, edges }: Subgraph): void {
  for (const [row, id] of nodes.id.entries()) {
    const kind = dictionary.kind[nodes.kind[row] as number];
    if (into.nodes.has(id) || !isKind(kind)) continue;
    const name = nodes.shortName[row] ?? (nodes.name[row] as string);
    into.nodes.set(id, { kind, name, nameEn: nodes.nameEn[row] ?? null, degree: nodes.degree[row] as number, mark: null, at: null });
  }
  for (const [row, id] of edges.id.entries()) {
    const [source, target] = [nodes.id[edges.source[row] as number], nodes.id[edges.target[row] as number]];
    if (into.edges.has(id) || source === undefined || target === undefined || !into.nodes.has(source) || !into.nodes.has(target)) continue;
    const type = dictionary.type[edges.type[row] as number] as string;
    const status = dictionary.status[edges.status[row] as number] as string;
    into.edges.set(id, { type, source, target, status, confidence: edges.confidence[row] as number, mark: null });
  }
}

/** Draws a claim as an edge between its ends, or as a mark on its subject where it has no other end. */
function addClaim(
  into: DifferenceGraph,
  id: string,
  content: RecordContent,
  mark: ChangeMark,
  names: Names,
): { nodes: string[]; edges: string[] } {
  const subject = text(content.subject);
  const object = text(content.object);
  const known = (end: string | null): end is string => end !== null && addNamed(into, end, names);
  if (!known(subject)) return { nodes: [], edges: [] };
  const node = into.nodes.get(subject) as DifferenceNode;
  const predicate = text(content.predicate) ?? "";
  if (isRelationType(predicate) && known(object)) {
    const status = text(content.status) ?? "stated";
    const confidence = typeof content.confidence === "number" ? content.confidence : 1;
    into.edges.set(id, { type: predicate, source: subject, target: object, status, confidence, mark });
    if (mark === "conflict") node.mark = heavier(node.mark, mark);
    return { nodes: [subject, object], edges: [id] };
  }
  node.mark = heavier(node.mark, mark === "conflict" ? "conflict" : "changed");
  return { nodes: [subject], edges: [] };
}

function addNamed(into: DifferenceGraph, id: string, names: Names): boolean {
  if (into.nodes.has(id)) return true;
  const ref = names.get(id);
  if (ref === undefined || !isKind(ref.kind)) return false;
  into.nodes.set(id, { kind: ref.kind, name: ref.name, nameEn: ref.nameEn, degree: 0, mark: null, at: null });
  return true;
}

/** Everything that changes, on what is on the canvas already and what was fetched around it. */
export function differenceGraph({
  changes,
  rivals,
  names,
  around,
}: {
  changes: readonly Change[];
  /** Standing claims that a conflict is with, by id. */
  rivals: Readonly<Record<string, RecordContent>>;
  names: Names;
  around: Surroundings;
}): DifferenceGraph {
  const made: DifferenceGraph = { nodes: new Map(), edges: new Map(), drawnBy: new Map() };
  addLoaded(made, around);
  if (around.fetched !== null) addFetched(made, around.fetched);
  const claims = changes.filter((change) => change.record.table === "statements" || change.record.table === "metrics");
  for (const change of changes) {
    if (change.record.table !== "entities" || !addNamed(made, change.record.id, names)) continue;
    const node = made.nodes.get(change.record.id) as DifferenceNode;
    node.mark = heavier(node.mark, change.kind);
    made.drawnBy.set(change.id, { nodes: [change.record.id], edges: [] });
  }
  for (const change of claims) {
    const content = change.after ?? change.before;
    if (content !== null) made.drawnBy.set(change.id, addClaim(made, change.record.id, content, change.kind, names));
  }
  for (const [id, content] of Object.entries(rivals)) addClaim(made, id, content, "conflict", names);
  const degrees = new Map<string, number>();
  for (const { source, target } of made.edges.values()) for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  for (const [id, node] of made.nodes) node.degree = Math.max(node.degree, degrees.get(id) ?? 0);
  return made;
}
