import { askInPortions, askStore } from "#graph/changes/ask.ts";
import type { EntityContent, StatementContent } from "#graph/changes/content.ts";
import type { DocumentFacts } from "#graph/changes/derive.ts";
import { edgeOf } from "#graph/changes/projection.ts";
import { netChanges } from "#graph/changes/revisions.ts";
import { relationsDuring, timedEnds, timesTouched } from "#graph/changes/settle-holding.ts";
import { statementStates } from "#graph/changes/settle-statements.ts";
import { readStatements } from "#graph/changes/stored.ts";
import type { Change, RecordTable } from "#graph/model/change-set.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Reliability } from "#graph/vocabulary/marks.ts";
import type { EdgeRow, NodeRow } from "./columns.ts";
import { edgeColumns, edgeRow } from "./edge-filter.ts";
import { nodeRow } from "./entities-by-id.ts";
import { type Asked, ask, textOf, textOrNull } from "./rows.ts";

export const standingNodesCypher = `MATCH (n:Entity)
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.shortName AS shortName, n.degree AS degree`;

export const standingEdgesCypher = `MATCH (a:Entity)-[r]->(b:Entity)
RETURN a.id AS source, b.id AS target, ${edgeColumns}`;

export const standingDocumentsCypher = `MATCH (d:Document)
RETURN d.id AS id, d.published AS published, d.reliability AS reliability`;

export const relationsRestingOnCypher = `UNWIND $ids AS wanted MATCH (s:Statement)-[:SUPPORTED_BY]->(d:Document {id: wanted})
WHERE s.untilRevision IS NULL AND s.object IS NOT NULL
RETURN s.id AS id`;

export const attributesOfCypher = `UNWIND $ids AS wanted MATCH (s:Statement {subject: wanted})
WHERE s.untilRevision IS NULL AND s.object IS NULL
RETURN s.id AS id`;

/** The drawn graph at a revision: its entities, the most connected first, and its edges by id. */
export interface GraphState {
  nodes: readonly NodeRow[];
  edges: ReadonlyMap<string, EdgeRow>;
  /** Where an entity stands in `nodes`. */
  places: ReadonlyMap<string, number>;
  /** Ids of entities and of edges that stand unchanged in the present graph. */
  standing: ReadonlySet<string>;
}

/**
 * Rolls the present graph back. `sinceRevision` and `untilRevision` alone cannot tell it: a rewritten statement keeps its node, one that
 * is asserted again gets a new `sinceRevision`, entities go with their node, and a document's reliability draws or hides edges. So the
 * records that later revisions changed are put back to what they were before the first of them, and edges are drawn from them by the
 * same functions that draw the present ones. Reads the drawn graph once and the chunks of the later revisions only.
 */
export async function stateAsOf(asked: Asked, { revision, newest }: { revision: number; newest: number }): Promise<GraphState> {
  const [present, drawn, documents, changes] = await Promise.all([
    ask(asked, standingNodesCypher),
    ask(asked, standingEdgesCypher),
    ask(asked, standingDocumentsCypher),
    netChanges(asked.store, { from: revision, to: newest, signal: asked.signal }),
  ]);
  const of = (table: RecordTable): Change[] => changes.filter((it) => it.record.table === table);
  const nodes = new Map(present.map((row) => [textOf(row.id), nodeRow(row)]));
  const edges = new Map(drawn.map((row) => [textOf(row.id), edgeRow(row)]));
  for (const { record, before } of of("entities")) {
    if (before === null) nodes.delete(record.id);
    else nodes.set(record.id, nodeOf(before as unknown as EntityContent));
  }
  const facts = new Map<string, DocumentFacts>(
    documents.map((row) => [
      textOf(row.id),
      { published: textOrNull(row.published) ?? undefined, reliability: row.reliability as Reliability },
    ]),
  );
  const touched: string[] = [];
  for (const { record, before } of of("documents")) {
    const was = before as unknown as (DocumentFacts & { id: string }) | null;
    if (was !== null && facts.has(record.id) && facts.get(record.id)?.reliability !== was.reliability) touched.push(record.id);
    if (was === null) facts.delete(record.id);
    else facts.set(record.id, { published: was.published, reliability: was.reliability });
  }
  const redrawn = new Map<string, StatementContent>();
  for (const { record, before } of of("statements")) {
    edges.delete(record.id);
    if (before?.object !== undefined) redrawn.set(record.id, before as unknown as StatementContent);
  }
  const before = new Map(of("statements").map((it) => [it.record.id, it.before as unknown as StatementContent | null]));
  const kindOf = (entity: string) => nodes.get(entity)?.kind as EntityKind | undefined;
  for (const content of await relationsTouched(asked, { documents: touched, entities: timesTouched(of("statements"), kindOf) })) {
    if (before.has(content.id)) continue;
    edges.delete(content.id);
    redrawn.set(content.id, content);
  }
  const times = await attributesThen(asked, { entities: timedEnds(redrawn.values(), kindOf), before });
  // Without rivals: no relation excludes another, so the end of an edge is as its source gives it, or as its own time tells.
  for (const [id, state] of statementStates([...redrawn.values(), ...times], (document) => facts.get(document), kindOf)) {
    const edge = edgeOf(state);
    if (edge === null) continue;
    const { from: source, to: target, type } = edge;
    const { status, confidence } = state.content;
    const { documents, validFrom, validTo } = state;
    edges.set(id, { id, type, source, target, status, confidence, validFrom: validFrom ?? null, validTo: validTo ?? null, documents });
  }
  const changed = new Set(changes.map((it) => it.record.id));
  const standing = [...nodes.keys(), ...edges.keys()].filter((id) => !changed.has(id) && !redrawn.has(id));
  const inOrder = byDegree(nodes, edges);
  return { nodes: inOrder, edges, places: new Map(inOrder.map(({ id }, index) => [id, index])), standing: new Set(standing) };
}

const nodeOf = ({ id, kind, name, nameEn, shortName }: EntityContent): NodeRow => ({
  id,
  kind,
  name,
  nameEn: nameEn ?? null,
  shortName: shortName ?? null,
  degree: 0,
});

/** Relations that rest on these documents, or may take place when these entities do. */
async function relationsTouched(
  { store, signal }: Asked,
  { documents, entities }: { documents: readonly string[]; entities: readonly string[] },
): Promise<StatementContent[]> {
  const asking = askStore(store, signal);
  const resting = await askInPortions(asking, { text: relationsRestingOnCypher, ids: documents });
  const ids = new Set([...resting.map(([id]) => textOf(id)), ...(await relationsDuring(asking, entities))]);
  return ids.size === 0 ? [] : [...(await readStatements(asking, { ids: [...ids] })).values()].map((it) => it.content);
}

/** Attributes of these entities as they were: the present ones, with what was changed since put back. */
async function attributesThen(
  { store, signal }: Asked,
  { entities, before }: { entities: readonly string[]; before: ReadonlyMap<string, StatementContent | null> },
): Promise<StatementContent[]> {
  const asking = askStore(store, signal);
  const rows = await askInPortions(asking, { text: attributesOfCypher, ids: entities });
  const ids = rows.map(([id]) => textOf(id)).filter((id) => !before.has(id));
  const standing = ids.length === 0 ? [] : [...(await readStatements(asking, { ids })).values()].map((it) => it.content);
  const at = new Set(entities);
  const past = [...before.values()].filter((it) => it !== null && it.object === undefined && at.has(it.subject));
  return [...standing, ...(past as StatementContent[])];
}

/** With degrees counted anew, in the order of the overview. */
function byDegree(nodes: ReadonlyMap<string, NodeRow>, edges: ReadonlyMap<string, EdgeRow>): NodeRow[] {
  const degrees = new Map<string, number>();
  for (const { source, target } of edges.values())
    for (const end of source === target ? [source] : [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return [...nodes.values()]
    .map((node) => ({ ...node, degree: degrees.get(node.id) ?? 0 }))
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
}
