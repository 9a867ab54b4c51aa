import type { Edit } from "#graph/model/review.ts";
import type { Ask } from "../ask.ts";
import { type ContentOf, entityContent } from "../content.ts";
import { type ClaimTable, type Draft, namesOf } from "./draft.ts";
import { moveClaims } from "./move.ts";
import { put } from "./put.ts";

/** A new entity takes over claims of another. Gives what is wrong: a known id, an invalid entity, or a claim that does not name it. */
export async function split(ask: Ask, draft: Draft, { from, into, claims }: Extract<Edit, { do: "split" }>): Promise<string[]> {
  const id = String(into.id);
  const old = await draft.get("entities", from);
  if (old === null) return [`there is no entity "${from}"`];
  if ((await draft.get("entities", id)) !== null) return [`"${id}" is an entity already; a split makes a new one`];
  const problems = await put(ask, draft, { do: "put", table: "entities", content: into });
  if (problems.length > 0) return problems;
  for (const table of ["statements", "metrics"] as ClaimTable[]) await draft.load(table, claims);
  const chosen = { statements: [] as ContentOf["statements"][], metrics: [] as ContentOf["metrics"][] };
  const strangers: string[] = [];
  for (const claim of new Set(claims)) {
    const [statement, metric] = [await draft.get("statements", claim), await draft.get("metrics", claim)];
    if (statement !== null && namesOf("statements", statement).includes(from)) chosen.statements.push(statement);
    else if (metric !== null && namesOf("metrics", metric).includes(from)) chosen.metrics.push(metric);
    else strangers.push(`"${claim}" is no claim of "${from}"`);
  }
  if (strangers.length > 0) return strangers;
  await moveClaims(draft, { table: "statements", claims: chosen.statements, from, into: id });
  await moveClaims(draft, { table: "metrics", claims: chosen.metrics, from, into: id });
  const mergedFrom = (old.mergedFrom ?? []).filter((it) => it !== id);
  if (mergedFrom.length !== (old.mergedFrom?.length ?? 0))
    await draft.set("entities", from, entityContent({ ...old, mergedFrom }, old.aliases ?? []));
  return [];
}
