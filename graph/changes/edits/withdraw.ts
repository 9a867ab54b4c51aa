import type { Ask } from "../ask.ts";
import {
  type EntityContent,
  entityContent,
  type MetricContent,
  metricContent,
  type StatementContent,
  statementContent,
} from "../content.ts";
import { claimsRestingOn, entitiesNamedIn, entitiesOf } from "../references.ts";
import type { Draft } from "./draft.ts";

/**
 * A document goes, with its evidence: claims that rest on it alone, aliases that were read in it or hold in it, and entities that then
 * nothing names. What others support stays. Gives what is wrong.
 */
export async function withdraw(ask: Ask, draft: Draft, { document }: { document: string }): Promise<string[]> {
  if ((await draft.get("documents", document)) === null) return [`documents: there is no "${document}"`];
  const loosened = new Set<string>();
  const resting = await claimsRestingOn(ask, [document]);
  for (const table of ["statements", "metrics"] as const) {
    const ids = resting.filter((it) => it.table === table).map((it) => it.id);
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
  for (const id of await entitiesNamedIn(ask, [document])) {
    const entity = (await draft.get("entities", id)) as EntityContent | null;
    if (entity === null) continue;
    const aliases = (entity.aliases ?? []).filter((it) => it.source !== document && it.scopeOf !== document);
    await draft.set("entities", entity.id, entityContent(entity, aliases));
  }
  for (const id of loosened)
    if ((await draft.get("entities", id)) !== null && (await draft.thoseNaming(id)).length === 0) await draft.set("entities", id, null);
  await draft.set("documents", document, null);
  return [];
}
