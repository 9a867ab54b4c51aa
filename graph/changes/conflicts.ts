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

/** What new and changed claims are about, as far as that leaves room for one of them only: ids by group. */
export class FreshClaims {
  readonly statements = new Map<string, string[]>();
  readonly metrics = new Map<string, string[]>();
  private readonly kindOf: (id: string) => EntityKind | undefined;

  constructor(kindOf: (id: string) => EntityKind | undefined) {
    this.kindOf = kindOf;
  }

  groupAt(subject: string, predicate: string, validFrom: string | null | undefined): string | null {
    const group = conflictGroup({ subject, predicate } as ContentOf["statements"], this.kindOf(subject));
    return group === null ? null : `${group}|${validFrom ?? ""}`;
  }

  addStatement(id: string, content: ContentOf["statements"]): void {
    if (content.rank !== "deprecated") this.note("statements", this.groupOf(content), id);
  }
  addMetric(id: string, content: ContentOf["metrics"]): void {
    if (content.rank !== "deprecated") this.note("metrics", keyOfMetric(content), id);
  }

  /** Of changed ones, those that now say something else. */
  changeStatements(changed: ClaimDifference<ContentOf["statements"]>["changed"]): void {
    for (const [id, { before, after }] of changed)
      if (this.groupOf(before) !== this.groupOf(after) || saidBy(before) !== saidBy(after)) this.addStatement(id, after);
  }
  changeMetrics(changed: ClaimDifference<ContentOf["metrics"]>["changed"]): void {
    for (const [id, { before, after }] of changed)
      if (keyOfMetric(before) !== keyOfMetric(after) || saidBy(before) !== saidBy(after)) this.addMetric(id, after);
  }

  private groupOf({ subject, predicate, validFrom }: ContentOf["statements"]): string | null {
    return this.groupAt(subject, predicate, validFrom);
  }
  private note(table: "statements" | "metrics", group: string | null, id: string): void {
    if (group !== null) push(this[table], group, id);
  }
}

/**
 * Added or changed claims that give another value than a claim that stays, or than another new one (then all but the first in the order of
 * ids): by id, the ids of those that say otherwise. Deprecated ones exclude nothing.
 */
export async function findConflicts({
  ask,
  isEmpty,
  standingMetrics,
  fresh,
  statements,
  metrics,
}: {
  ask: Ask;
  /** The store holds no statement. */
  isEmpty: boolean;
  standingMetrics: StandingMetrics;
  fresh: FreshClaims;
  statements: Pick<ClaimDifference<ContentOf["statements"]>, "removed">;
  metrics: Pick<ClaimDifference<ContentOf["metrics"]>, "removed">;
}): Promise<Map<string, string[]>> {
  const conflicts = new Map<string, string[]>();
  const judge = (fresh: ReadonlyMap<string, readonly string[]>, standing: ReadonlyMap<string, readonly string[]>): void => {
    for (const [group, ids] of fresh) {
      const sorted = [...ids].sort();
      const others = standing.get(group) ?? [];
      for (const id of others.length > 0 ? sorted : sorted.slice(1)) conflicts.set(id, [...others, ...sorted.filter((it) => it !== id)]);
    }
  };
  const { metrics: freshMetrics, statements: freshStatements } = fresh;
  const rivals = new Map<string, string[]>();
  if (freshMetrics.size > 0)
    for (const { id, key } of await standingMetrics(new Set(freshMetrics.keys())))
      if (!metrics.removed.has(id) && freshMetrics.has(key) && !freshMetrics.get(key)?.includes(id)) push(rivals, key, id);
  judge(freshMetrics, rivals);

  const subjects = isEmpty ? [] : [...new Set([...freshStatements.keys()].map((group) => group.split("|")[0] as string))];
  const excluded = new Map<string, string[]>();
  for (const [id, predicate, object, validFrom, rank, subject] of await askInPortions(ask, { ...attributeRows, ids: subjects })) {
    if (statements.removed.has(id as string) || rank === "deprecated" || (object !== null && !isRelationType(predicate))) continue;
    const group = fresh.groupAt(subject as string, predicate as string, validFrom as string | null);
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
