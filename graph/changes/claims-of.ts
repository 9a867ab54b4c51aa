import { inStandingWords } from "./adding.ts";
import type { Ask } from "./ask.ts";
import type { Claim, ComparedClaims } from "./compare-claims.ts";
import { type ContentOf, metricContent, statementContent, withHash } from "./content.ts";
import { keyOfMetric, keyOfStatement, sameMetric } from "./keys.ts";
import type { Ledger } from "./ledger.ts";
import type { ClaimMarks } from "./marks/claim-marks.ts";
import type { Records } from "./records/records.ts";
import type { Standing, StandingByTable } from "./standing-records.ts";
import { readMetrics, readStatements, type StoredClaim } from "./stored.ts";

type ClaimTable = "statements" | "metrics";

/** One table of claims of a dataset, beside the store's. */
export interface ClaimsBeside<T extends ClaimTable> {
  table: T;
  stored: ClaimMarks;
  readFull: (ids: readonly string[]) => Promise<Map<string, StoredClaim<ContentOf[T]>>>;
  standing: Standing;
  /** Reads those of the dataset's that do not stand, some at a time. */
  read: () => AsyncGenerator<Claim<ContentOf[T]>[]>;
}

/** The claims of a dataset; who only adds says what stands already in the words in which it stands. */
export function claimsOf({
  ask,
  records,
  standing,
  ledger,
  addsOnly,
}: {
  ask: Ask;
  records: Records;
  standing: StandingByTable;
  ledger: Ledger;
  addsOnly: boolean;
}): { [T in ClaimTable]: ClaimsBeside<T> } {
  const beside = <T extends ClaimTable>(own: ClaimsBeside<T>): ClaimsBeside<T> =>
    addsOnly ? { ...own, read: () => inStandingWords<T>({ ...own, claims: own.read() }) } : own;
  return {
    statements: beside<"statements">({
      table: "statements",
      stored: ledger.statements,
      standing: standing.statements,
      readFull: async (ids) => (ids.length === 0 ? new Map() : readStatements(ask, { ids })),
      read: async function* () {
        for await (const some of records.of("statements"))
          yield some.map(({ record, parts, hash }) => ({
            content: withHash(statementContent(record, parts), hash),
            sameness: keyOfStatement(record),
          }));
      },
    }),
    metrics: beside<"metrics">({
      table: "metrics",
      stored: ledger.metrics,
      standing: standing.metrics,
      readFull: async (ids) => (ids.length === 0 ? new Map() : readMetrics(ask, { ids })),
      read: async function* () {
        for await (const some of records.of("metrics"))
          yield some.map(({ record, parts, hash }) => ({
            content: withHash(metricContent(record, parts), hash),
            sameness: sameMetric(keyOfMetric(record), record),
          }));
      },
    }),
  };
}

/**
 * Once it is known which claims are in conflict: holds the first of those that are and of those that are not, and what the former are in
 * conflict with. What was not kept is read again. Gives ids of changes that are looked at beside the first of their kind.
 */
export async function holdSample({
  claims,
  found,
  conflicts,
  sample,
}: {
  claims: { [T in ClaimTable]: ClaimsBeside<T> };
  found: { [T in ClaimTable]: ComparedClaims<T> };
  conflicts: ReadonlyMap<string, readonly string[]>;
  sample: number;
}): Promise<Set<string>> {
  const beside = new Set<string>();
  const hold = async <T extends ClaimTable>({ table, read }: ClaimsBeside<T>, { added, changed }: ComparedClaims<T>): Promise<void> => {
    const [shown, plain]: [string[], string[]] = [[], []];
    for (const { id } of added) {
      const first = conflicts.has(id) ? shown : plain;
      if (first.length < sample) first.push(id);
      else if (shown.length + plain.length === 2 * sample) break;
    }
    for (const id of changed.keys()) if (conflicts.has(id) && shown.length < sample) shown.push(id);
    const rivals = shown.flatMap((id) => conflicts.get(id) ?? []);
    for (const id of rivals) beside.add(`${table}:${id}`);
    const wanted = new Set([...shown, ...plain, ...rivals]);
    if (![...wanted].some((id) => added.lacks(id))) return;
    for await (const some of read()) for (const { content } of some) if (wanted.has(content.id)) added.hold(content.id, content);
  };
  if (conflicts.size === 0 || sample === 0) return beside;
  await hold(claims.statements, found.statements);
  await hold(claims.metrics, found.metrics);
  return beside;
}
