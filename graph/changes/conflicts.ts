import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import type { Ask } from "./ask.ts";
import { askInPortions } from "./ask.ts";
import type { ClaimDifference } from "./compare-claims.ts";
import type { ContentOf } from "./content.ts";
import { conflictGroup, keyOfMetric } from "./keys.ts";
import type { Ledger } from "./ledger.ts";

const attributeRows = {
  text: `UNWIND $ids AS wanted MATCH (s:Statement {subject: wanted}) WHERE s.untilRevision IS NULL
    RETURN s.id AS id, s.predicate AS predicate, s.object AS object, s.validFrom AS validFrom, s.rank AS rank`,
};

/**
 * Ids of added or changed claims that give another value than a claim that stays, or than another new one (then all but the first in
 * the order of ids). Deprecated ones exclude nothing.
 */
export async function findConflicts({
  ask,
  ledger,
  kindOf,
  statements,
  metrics,
}: {
  ask: Ask;
  ledger: Ledger;
  kindOf: (id: string) => EntityKind | undefined;
  statements: ClaimDifference<ContentOf["statements"]>;
  metrics: ClaimDifference<ContentOf["metrics"]>;
}): Promise<Set<string>> {
  const conflicts = new Set<string>();
  const judge = (fresh: ReadonlyMap<string, readonly string[]>, standing: ReadonlySet<string>): void => {
    for (const [group, ids] of fresh) {
      const sorted = [...ids].sort();
      for (const id of standing.has(group) ? sorted : sorted.slice(1)) conflicts.add(id);
    }
  };
  const freshOf = <C extends { id: string; rank?: string }>(
    difference: ClaimDifference<C>,
    groupOf: (it: C) => string | null,
  ): Map<string, string[]> => {
    const fresh = new Map<string, string[]>();
    const note = (id: string, content: C): void => {
      const group = content.rank === "deprecated" ? null : groupOf(content);
      if (group !== null) fresh.set(group, [...(fresh.get(group) ?? []), id]);
    };
    for (const [id, content] of difference.added) note(id, content);
    for (const [id, { before, after }] of difference.changed)
      if (groupOf(before) !== groupOf(after) || saidBy(before) !== saidBy(after)) note(id, after);
    return fresh;
  };

  const freshMetrics = freshOf(metrics, keyOfMetric);
  const standingMetrics = new Set<string>();
  for (const [id, mark] of ledger.metrics)
    if (!metrics.removed.has(id) && freshMetrics.has(mark.key) && !freshMetrics.get(mark.key)?.includes(id)) standingMetrics.add(mark.key);
  judge(freshMetrics, standingMetrics);

  const groupAt = (subject: string, predicate: string, validFrom: string | null | undefined): string | null => {
    const group = conflictGroup({ subject, predicate } as ContentOf["statements"], kindOf(subject));
    return group === null ? null : `${group}|${validFrom ?? ""}`;
  };
  const freshStatements = freshOf(statements, (it) => groupAt(it.subject, it.predicate, it.validFrom));
  const subjects =
    ledger.statements.size === 0 ? [] : [...new Set([...freshStatements.keys()].map((group) => group.split("|")[0] as string))];
  const standingStatements = new Set<string>();
  for (const [id, predicate, object, validFrom, rank, subject] of await subjectRows(ask, subjects)) {
    if (statements.removed.has(id as string) || rank === "deprecated" || (object !== null && !isRelationType(predicate))) continue;
    const group = groupAt(subject as string, predicate as string, validFrom as string | null);
    if (group !== null && freshStatements.has(group) && !freshStatements.get(group)?.includes(id as string)) standingStatements.add(group);
  }
  judge(freshStatements, standingStatements);
  return conflicts;
}

const saidBy = (it: object): unknown => {
  const claim = it as { value?: unknown; object?: unknown; unit?: unknown };
  return [claim.value, claim.object, claim.unit].join("|");
};

const subjectRows = (ask: Ask, ids: readonly string[]) => askInPortions(ask, { text: `${attributeRows.text}, s.subject AS subject`, ids });
