import { type Ask, askInPortions } from "../ask.ts";
import {
  type EntityContent,
  entityContent,
  type MetricContent,
  metricContent,
  type StatementContent,
  statementContent,
} from "../content.ts";
import { entitiesOf } from "../references.ts";
import type { Draft } from "./draft.ts";

const resting = {
  statements:
    "UNWIND $ids AS wanted MATCH (s:Statement)-[:SUPPORTED_BY]->(d:Document {id: wanted}) WHERE s.untilRevision IS NULL RETURN DISTINCT s.id AS id",
  metrics:
    "UNWIND $ids AS wanted MATCH (m:MetricObservation)-[:SUPPORTED_BY]->(d:Document {id: wanted}) WHERE m.untilRevision IS NULL RETURN DISTINCT m.id AS id",
} as const;
const named = "MATCH (a:Alias) WHERE a.source IN $ids OR a.scopeOf IN $ids RETURN DISTINCT a.entity AS entity";

/**
 * A document goes, with its evidence: claims that rest on it alone, aliases that were read in it or hold in it, and entities that then
 * nothing names. What others support stays. Gives what is wrong.
 */
export async function withdraw(ask: Ask, draft: Draft, { document }: { document: string }): Promise<string[]> {
  if ((await draft.get("documents", document)) === null) return [`documents: there is no "${document}"`];
  const loosened = new Set<string>();
  for (const table of ["statements", "metrics"] as const) {
    const ids = (await askInPortions(ask, { text: resting[table], ids: [document] })).map(([id]) => id as string);
    const drafted = draft.drafted(table).filter((it) => it.evidence.some((part) => part.document === document));
    const all = [...new Set([...ids, ...drafted.map((it) => it.id)])];
    await draft.load(table, all);
    for (const id of all) {
      const claim = await draft.get(table, id);
      if (claim === null) continue;
      const evidence = claim.evidence.filter((it) => it.document !== document);
      if (evidence.length === 0) for (const entity of entitiesOf(claim)) loosened.add(entity);
      if (table === "statements")
        await draft.set(table, id, evidence.length === 0 ? null : statementContent(claim as StatementContent, evidence));
      else await draft.set(table, id, evidence.length === 0 ? null : metricContent(claim as MetricContent, evidence));
    }
  }
  for (const [id] of await ask({ text: named, parameters: { ids: [document] } })) {
    const entity = (await draft.get("entities", id as string)) as EntityContent | null;
    if (entity === null) continue;
    const aliases = (entity.aliases ?? []).filter((it) => it.source !== document && it.scopeOf !== document);
    await draft.set("entities", entity.id, entityContent(entity, aliases));
  }
  for (const id of loosened)
    if ((await draft.get("entities", id)) !== null && (await draft.thoseNaming(id)).length === 0) await draft.set("entities", id, null);
  await draft.set("documents", document, null);
  return [];
}
