import type { Change, RecordTable } from "#graph/model/change-set.ts";
import type { Edit } from "#graph/model/review.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { type Ask, askInPortions } from "../ask.ts";
import { type Comparison, conflictsOf } from "../compare.ts";
import type { ClaimDifference } from "../compare-claims.ts";
import { FreshClaims, findConflicts, standingMetricsOf } from "../conflicts.ts";
import { type ContentOf, contentHash } from "../content.ts";
import { addedClaims, claimChanges, entry, talliesOf } from "../entries.ts";
import { readNewest } from "../ledger.ts";
import { ReviewRefused } from "../review/faults.ts";
import { type ClaimTable, Draft } from "./draft.ts";
import { hand, handHead } from "./hand.ts";
import { merge } from "./merge.ts";
import { put } from "./put.ts";
import { remove } from "./remove.ts";
import { split } from "./split.ts";
import { withdraw } from "./withdraw.ts";

const kindsOf = "UNWIND $ids AS wanted MATCH (n:Entity {id: wanted}) RETURN n.id AS id, n.kind AS kind";
const headOfHand = "MATCH (d:Dataset {id: $id}) RETURN d.id AS id";

type EditedClaims<T extends ClaimTable> = ClaimDifference<ContentOf[T]> & { added: Map<string, ContentOf[T]> };

function carryOut(ask: Ask, draft: Draft, edit: Edit): Promise<string[]> {
  switch (edit.do) {
    case "put":
      return put(ask, draft, edit);
    case "remove":
      return remove(ask, draft, edit);
    case "merge":
      return merge(draft, edit);
    case "split":
      return split(ask, draft, edit);
    case "withdraw":
      return withdraw(ask, draft, edit);
  }
}

/** What edits by hand would change, one after another. Throws ReviewRefused with all that is wrong, each with the number of its edit. */
export async function changesOfEdits({ ask, edits }: { ask: Ask; edits: readonly Edit[] }): Promise<Comparison> {
  const { revision: basedOn } = await readNewest(ask);
  const draft = new Draft(ask);
  const problems: string[] = [];
  for (const [index, edit] of edits.entries())
    for (const problem of await carryOut(ask, draft, edit)) problems.push(`edit ${index + 1} (${edit.do}): ${problem}`);
  if (problems.length > 0) throw new ReviewRefused("Edit", problems);

  const differences = draft
    .differences()
    .filter(({ before, after }) => before === null || after === null || contentHash(before) !== contentHash(after));
  const differenceOf = <T extends ClaimTable>(table: T): EditedClaims<T> => {
    const difference: EditedClaims<T> = { added: new Map(), changed: new Map(), removed: new Map() };
    for (const it of differences) {
      if (it.table !== table) continue;
      const [before, after] = [it.before, it.after] as (ContentOf[T] | null)[];
      if (before === null && after !== undefined && after !== null) difference.added.set(it.id, after);
      else if (before !== undefined && before !== null && after === null) difference.removed.set(it.id, before);
      else difference.changed.set(it.id, { before: before as ContentOf[T], after: after as ContentOf[T] });
    }
    return difference;
  };
  const [statements, metrics] = [differenceOf("statements"), differenceOf("metrics")];
  const kindOf = await kindsFor(ask, draft, statements);
  const fresh = new FreshClaims(kindOf);
  for (const [id, content] of statements.added) fresh.addStatement(id, content);
  for (const [id, content] of metrics.added) fresh.addMetric(id, content);
  fresh.changeStatements(statements.changed);
  fresh.changeMetrics(metrics.changed);
  const conflicts = await findConflicts({
    ask,
    isEmpty: basedOn === 0,
    standingMetrics: standingMetricsOf(ask),
    fresh,
    statements,
    metrics,
  });
  const declared = (table: RecordTable): Change[] =>
    differences
      .filter((it) => it.table === table)
      .map(({ id, before, after }) => entry(before === null ? "added" : after === null ? "removed" : "changed", table, id, before, after));
  const changes = [
    ...declared("documents"),
    ...declared("entities"),
    ...declared("constraints"),
    ...addedClaims("statements", statements.added, conflicts),
    ...claimChanges("statements", statements, conflicts),
    ...addedClaims("metrics", metrics.added, conflicts),
    ...claimChanges("metrics", metrics, conflicts),
  ];
  const byHand = changes.some((it) => it.after?.dataset === hand);
  const isNew = byHand && (await ask({ text: headOfHand, parameters: { id: hand } })).length === 0;
  return {
    id: `edits-on-${basedOn}`,
    basedOn,
    changes,
    tallies: talliesOf(changes),
    silenced: 0,
    conflictsWith: conflictsOf(changes, conflicts),
    questions: [],
    ...(isNew ? { datasets: [{ ...handHead }] } : {}),
  };
}

async function kindsFor(
  ask: Ask,
  draft: Draft,
  { added, changed }: EditedClaims<"statements">,
): Promise<(id: string) => EntityKind | undefined> {
  const subjects = [...added.values(), ...[...changed.values()].flatMap((it) => [it.before, it.after])].map((it) => it.subject as string);
  const ids = [...new Set(subjects)];
  const kinds = new Map((await askInPortions(ask, { text: kindsOf, ids })).map(([id, kind]) => [id as string, kind as EntityKind]));
  for (const { id, kind } of draft.drafted("entities")) kinds.set(id, kind);
  return (id) => kinds.get(id);
}
