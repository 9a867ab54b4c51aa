import { type RecordTable, recordTables } from "#graph/model/change-set.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type Ask, askStore } from "./ask.ts";
import { checksumPart, contentHash, hashVersion } from "./content.ts";
import { isApplying } from "./journal-head.ts";
import { readContents } from "./stored.ts";

/** What a store says of itself against what it holds. */
export interface Verification {
  /** The newest revision, whose checksum was compared; 0 before the first. */
  revision: number;
  /** Records that were looked at. */
  records: number;
  /** A line for each fault, the sum first; at most 20 of them. None when the store holds what it should. */
  faults: string[];
}

export interface VerifyOptions {
  /** Also reads every record and hashes it anew: finds a changed value under an unchanged hash, at some twenty times the cost. */
  deep?: boolean;
  signal?: AbortSignal;
}

/** The records that stand; a withdrawn claim counts in no checksum. */
const standing: Readonly<Record<RecordTable, string>> = {
  documents: "MATCH (n:Document) WHERE n.id IS NOT NULL",
  entities: "MATCH (n:Entity) WHERE n.id IS NOT NULL",
  constraints: "MATCH (n:Constraint) WHERE n.id IS NOT NULL",
  statements: "MATCH (n:Statement) WHERE n.untilRevision IS NULL",
  metrics: "MATCH (n:MetricObservation) WHERE n.untilRevision IS NULL",
};
const countOf = (table: RecordTable): string => `${standing[table]} RETURN count(n) AS total`;
const hashesOf = (table: RecordTable, deep: boolean): string =>
  `${standing[table]} AND n.hash >= $from AND n.hash < $to RETURN n.hash AS hash${deep ? ", n.id AS id" : ""}`;
const newest = "MATCH (r:Revision) RETURN r.number AS number, r.checksum AS checksum ORDER BY number DESC LIMIT 1";

/** A larger table is read in portions, by ranges of the hash; not in many, since each is a scan. */
const recordsAtOnce = 100_000;
const mostPortions = 8;
/** The characters of base64url in their order; the version stands before each hash. */
const digits = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
/** Comes after all hashes of the version. */
const afterAll = hashVersion.replace(":", ";");
const contentsAtOnce = 2000;
/** An earlier version hashed in another way (docs/decisions/0011). */
const fromBefore = "; a store that an earlier version wrote is seeded anew, into an empty DATA_DIR";
const shownFaults = 20;
const tries = 3;

/**
 * Sums the hashes of all records that stand and compares the sum with the newest revision's checksum; `deep` compares each record with
 * its hash as well. Reads in portions, so that neither memory nor the engine is taken up for long. Null when the store kept changing
 * meanwhile. Edges and projected properties are not its matter: see `checkProjection`.
 */
export async function verify(store: GraphStore, { deep = false, signal }: VerifyOptions = {}): Promise<Verification | null> {
  const ask = askStore(store, signal);
  const mark = async (): Promise<string> => JSON.stringify([(await ask({ text: newest }))[0] ?? [0, "0"], await isApplying(store)]);
  for (let tried = 0; tried < tries; tried += 1) {
    const before = await mark();
    const [[revision, checksum], applying] = JSON.parse(before) as [[number, string], boolean];
    if (!applying) {
      const { sum, records, faults } = await addUp(ask, { deep, signal });
      if ((await mark()) === before) {
        const wrong = String(sum) === checksum ? [] : [`the sum of the hashes is ${sum}, and revision ${revision} left ${checksum}`];
        return { revision, records, faults: [...wrong, ...faults].slice(0, shownFaults) };
      }
    }
  }
  return null;
}

async function addUp(
  ask: Ask,
  { deep, signal }: { deep: boolean; signal: AbortSignal | undefined },
): Promise<{ sum: bigint; records: number; faults: string[] }> {
  let sum = 0n;
  let records = 0;
  const faults: string[] = [];
  for (const table of recordTables) {
    const total = Number((await ask({ text: countOf(table) }))[0]?.[0] ?? 0);
    let read = 0;
    for (const { from, to } of rangesFor(total)) {
      signal?.throwIfAborted();
      const rows = await ask({ text: hashesOf(table, deep), parameters: { from, to } });
      for (const [hash] of rows) sum += checksumPart(String(hash));
      read += rows.length;
      if (deep && faults.length < shownFaults) faults.push(...(await wrongContents(ask, table, rows as [string, string][])));
    }
    records += read;
    if (read !== total) faults.push(`${total - read} of ${total} ${table} have no hash that can be read${read === 0 ? fromBefore : ""}`);
  }
  return { sum: BigInt.asUintN(64, sum), records, faults };
}

/** Ranges of hashes that hold about as many records each. */
function rangesFor(total: number): { from: string; to: string }[] {
  const portions = Math.min(mostPortions, Math.max(1, Math.ceil(total / recordsAtOnce)));
  const bounds = Array.from(
    { length: portions },
    (_, index) => `${hashVersion}${index === 0 ? "" : digits[Math.floor((index * digits.length) / portions)]}`,
  );
  return bounds.map((from, index) => ({ from, to: bounds[index + 1] ?? afterAll }));
}

async function wrongContents(ask: Ask, table: RecordTable, rows: readonly [string, string][]): Promise<string[]> {
  const faults: string[] = [];
  for (let at = 0; at < rows.length; at += contentsAtOnce) {
    const some = rows.slice(at, at + contentsAtOnce);
    const contents = await readContents(
      ask,
      table,
      some.map(([, id]) => id),
    );
    for (const [hash, id] of some) {
      const content = contents.get(id);
      if (content === undefined || contentHash(content) !== hash) faults.push(`${table} ${id} is not what its hash says`);
    }
  }
  return faults;
}
