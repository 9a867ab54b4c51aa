import { z } from "zod";
import { periodBounds } from "#graph/model/period.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type GraphState, stateAsOf } from "./as-of-state.ts";
import { type EdgeRow, SubgraphColumns } from "./columns.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { type OverviewOptions, overview } from "./overview.ts";
import { revisionMark, revisionNumber } from "./revision-number.ts";
import { noRevision } from "./revisions.ts";
import type { Asked } from "./rows.ts";
import { shown } from "./shown.ts";

/** What of the answer still stands: the present graph does not hold the rest as nodes and edges, only in the chunks of revisions. */
export const asOfShownCypher = `MATCH (n:Entity) WHERE n.id IN $nodes
OPTIONAL MATCH (n)-[r]->(m:Entity) WHERE r.id IN $edges
RETURN n AS node, collect(r) AS edges`;

export interface AsOfOptions extends OverviewOptions {
  /** Number of the revision after which the graph is wanted. */
  revision: number;
}

const place = z.tuple([z.number(), z.string()]);

/**
 * The overview as it was when `revision` was the newest: same filters, order, pages and totals. Of the newest itself it is the overview.
 * `cypher` returns of the page what stands unchanged today. Throws NotInStore for a number that no revision has.
 */
export async function graphAsOf(asked: Asked, { revision, ...options }: AsOfOptions): Promise<Subgraph> {
  const newest = await revisionNumber(asked);
  if (revision < 1 || revision > newest) throw noRevision(revision);
  if (revision === newest) return overview(asked, options);
  const { limit, cursor, ...filters } = options;
  const scope = ["as-of", revision, filters];
  const after = cursor === null ? null : decodeCursor({ scope, shape: place }, cursor);
  const { nodes, edges, places, standing } = await rolledBack(asked, revision, newest);

  const hasKind = (kind: string | undefined): boolean => filters.kinds === null || (kind !== undefined && filters.kinds.includes(kind));
  const indexOf = (id: string): number => places.get(id) ?? -1;
  const kindOf = (id: string): string | undefined => nodes[indexOf(id)]?.kind;
  const passes = edgeTest(filters);
  const passing = [...edges.values()].filter((edge) => passes(edge) && hasKind(kindOf(edge.source)) && hasKind(kindOf(edge.target)));
  const ends = isFiltered(filters) ? new Set(passing.flatMap((it) => [it.source, it.target])) : null;
  const shownNodes = nodes.filter((node) => hasKind(node.kind) && (ends === null || ends.has(node.id)));
  const isAfter = ({ degree, id }: { degree: number; id: string }): boolean =>
    after === null || degree < after[0] || (degree === after[0] && id > after[1]);
  const rest = shownNodes.filter(isAfter);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const more = rest.length > limit && last !== undefined;

  const columns = new SubgraphColumns();
  const onPage = new Set(page.map((it) => it.id));
  for (const node of page) columns.node(node);
  for (const edge of passing) if (onPage.has(indexOf(edge.source) > indexOf(edge.target) ? edge.source : edge.target)) columns.edge(edge);
  for (const id of columns.missingEnds()) {
    const node = nodes[indexOf(id)];
    if (node !== undefined) columns.node(node);
  }
  const graph = columns.build({
    total: { nodes: shownNodes.length, edges: passing.length },
    truncated: more,
    next: more ? encodeCursor(scope, [last.degree, last.id]) : null,
    cypher: shown(asOfShownCypher),
  });
  const stands = (id: string): boolean => standing.has(id);
  return { ...graph, cypher: shown(asOfShownCypher, { nodes: graph.nodes.id.filter(stands), edges: graph.edges.id.filter(stands) }) };
}

type Filters = Pick<OverviewOptions, "relations" | "statuses" | "minConfidence" | "at">;

const isFiltered = ({ relations, statuses, minConfidence, at }: Filters): boolean =>
  relations !== null || statuses !== null || minConfidence > 0 || at !== null;

/** As `edgeFilter`, on rows that no query can reach. */
function edgeTest({ relations, statuses, minConfidence, at }: Filters): (edge: EdgeRow) => boolean {
  const day = at === null ? null : periodBounds(at).end;
  return ({ type, status, confidence, validFrom, validTo }) =>
    (relations === null || relations.includes(type)) &&
    (statuses === null || statuses.includes(status)) &&
    confidence >= minConfidence &&
    (day === null || validFrom === null || validFrom <= day) &&
    (day === null || validTo === null || validTo >= day.slice(0, validTo.length));
}

/** Pages of one question follow one another: the last graphs are kept, at most so many a store. */
const keptStates = 2;
const wholeGraphMs = 60_000;
const kept = new WeakMap<GraphStore, Map<string, Promise<GraphState>>>();

async function rolledBack(asked: Asked, revision: number, newest: number): Promise<GraphState> {
  const key = await revisionMark(asked, [revision, newest]);
  const states = kept.get(asked.store) ?? new Map<string, Promise<GraphState>>();
  kept.set(asked.store, states);
  const known = states.get(key);
  if (known !== undefined) return known;
  // Not cancelled with the call that began it: others may be waiting.
  const state = stateAsOf({ store: asked.store, timeoutMs: wholeGraphMs }, { revision, newest });
  states.set(key, state);
  state.catch(() => states.delete(key));
  for (const oldest of states.keys()) if (states.size > keptStates) states.delete(oldest);
  return state;
}
