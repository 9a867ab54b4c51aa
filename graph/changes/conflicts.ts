import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import { type Ask, askInPortions } from "./ask.ts";
import type { ClaimDifference } from "./compare-claims.ts";
import type { ContentOf } from "./content.ts";
import { conflictGroup, keyOfMetric } from "./keys.ts";

const attributeRows = {
  text: `UNWIND $ids AS wanted MATCH (s:Statement {subject: wanted}) WHERE s.untilRevision IS NULL
    RETURN s.id AS id, s.predicate AS predicate, s.object AS object, s.validFrom AS validFrom, s.rank AS rank, s.subject AS subject`,
};
const metricRows = `UNWIND $ids AS wanted MATCH (m:MetricObservation {key: wanted}) WHERE m.untilRevision IS NULL
    RETURN m.id AS id, m.key AS key`;

/** Claims that stand, by their key; those that have left the ledger are none of them. */
type StandingMetrics = (keys: ReadonlySet<string>) => Promise<Iterable<{ id: string; key: string }>>;

/** Asks the store for them. A comparison that holds the whole ledger looks there instead. */
export const standingMetricsOf =
  (ask: Ask): StandingMetrics =>
  async (keys) =>
    (await askInPortions(ask, { text: metricRows, ids: [...keys] })).map(([id, key]) => ({ id: id as string, key: key as string }));

/**
 * Added or changed claims that give another value than a claim that stays, or than another new one (then all but the first in the order of
 * ids): by id, the ids of those that say otherwise. Deprecated ones exclude nothing.
 */
export async function findConflicts({
  ask,
  isEmpty,
  standingMetrics,
  kindOf,
  statements,
  metrics,
}: {
  ask: Ask;
  /** The store holds no statement. */
  isEmpty: boolean;
  standingMetrics: StandingMetrics;
  kindOf: (id: string) => EntityKind | undefined;
  statements: ClaimDifference<ContentOf["statements"]>;
  metrics: ClaimDifference<ContentOf["metrics"]>;
}): Promise<Map<string, string[]>> {
  const conflicts = new Map<string, string[]>();
  const judge = (fresh: ReadonlyMap<string, readonly string[]>, standing: ReadonlyMap<string, readonly string[]>): void => {
    for (const [group, ids] of fresh) {
      const sorted = [...ids].sort();
      const others = standing.get(group) ?? [];
      for (const id of others.length > 0 ? sorted : sorted.slice(1)) conflicts.set(id, [...others, ...sorted.filter((it) => it !== id)]);
    }
  };
  const freshOf = <C extends { id: string; rank?: string }>(
    difference: ClaimDifference<C>,
    groupOf: (it: C) => string | null,
  ): Map<string, string[]> => {
    const fresh = new Map<string, string[]>();
    const note = (id: string, content: C): void => {
      const group = content.rank === "deprecated" ? null : groupOf(content);
      if (group !== null) push(fresh, group, id);
    };
    for (const [id, content] of difference.added) note(id, content);
    for (const [id, { before, after }] of difference.changed)
      if (groupOf(before) !== groupOf(after) || saidBy(before) !== saidBy(after)) note(id, after);
    return fresh;
  };

  const freshMetrics = freshOf(metrics, keyOfMetric);
  const rivals = new Map<string, string[]>();
  if (freshMetrics.size > 0)
    for (const { id, key } of await standingMetrics(new Set(freshMetrics.keys())))
      if (!metrics.removed.has(id) && freshMetrics.has(key) && !freshMetrics.get(key)?.includes(id)) push(rivals, key, id);
  judge(freshMetrics, rivals);

  const groupAt = (subject: string, predicate: string, validFrom: string | null | undefined): string | null => {
    const group = conflictGroup({ subject, predicate } as ContentOf["statements"], kindOf(subject));
    return group === null ? null : `${group}|${validFrom ?? ""}`;
  };
  const freshStatements = freshOf(statements, (it) => groupAt(it.subject, it.predicate, it.validFrom));
  const subjects = isEmpty ? [] : [...new Set([...freshStatements.keys()].map((group) => group.split("|")[0] as string))];
  const excluded = new Map<string, string[]>();
  for (const [id, predicate, object, validFrom, rank, subject] of await askInPortions(ask, { ...attributeRows, ids: subjects })) {
    if (statements.removed.has(id as string) || rank === "deprecated" || (object !== null && !isRelationType(predicate))) continue;
    const group = groupAt(subject as string, predicate as string, validFrom as string | null);
    if (group !== null && freshStatements.has(group) && !freshStatements.get(group)?.includes(id as string))
      push(excluded, group, id as string);
  }
  judge(freshStatements, excluded);
  return conflicts;
}

function push(groups: Map<string, string[]>, group: string, id: string): void {
  const ids = groups.get(group);
  if (ids === undefined) groups.set(group, [id]);
  else ids.push(id);
}

const saidBy = (it: object): unknown => {
  const claim = it as { value?: unknown; object?: unknown; unit?: unknown };
  return [claim.value, claim.object, claim.unit].join("|");
};
