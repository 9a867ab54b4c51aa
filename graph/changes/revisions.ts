import { type Change, type Revision, tallies } from "#graph/model/change-set.ts";
import type { Value } from "#graph/model/cypher-result.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { askStore } from "./ask.ts";
import { unpackChanges } from "./chunks.ts";
import { canonicalJson } from "./content.ts";
import { isApplying } from "./journal-head.ts";

const fields =
  "r.number AS number, r.at AS at, r.author AS author, r.message AS message, r.sources AS sources, r.tallies AS tallies, r.checksum AS checksum";
const allRevisions = `MATCH (r:Revision) RETURN ${fields} ORDER BY number DESC`;
const oneRevision = `MATCH (r:Revision {number: $number}) RETURN ${fields}`;
const chunksOf = "MATCH (c:RevisionChunk {revision: $number}) RETURN c.part AS part, c.changes AS changes ORDER BY part";
const chunksBetween =
  "MATCH (c:RevisionChunk) WHERE c.revision > $from AND c.revision <= $to RETURN c.revision AS revision, c.part AS part ORDER BY revision, part";
const oneChunk = "MATCH (c:RevisionChunk {revision: $revision, part: $part}) RETURN c.changes AS changes";
const counts = {
  entities: "MATCH (n:Entity) RETURN count(n) AS total",
  statements: "MATCH (s:Statement) WHERE s.untilRevision IS NULL RETURN count(s) AS total",
  metrics: "MATCH (m:MetricObservation) WHERE m.untilRevision IS NULL RETURN count(m) AS total",
  documents: "MATCH (d:Document) RETURN count(d) AS total",
} as const;

const decode = ([number, at, author, message, sources, tallied, checksum]: Value[]): Revision => ({
  number: Number(number),
  at: String(at),
  author: String(author),
  message: String(message),
  sources: JSON.parse(String(sources)) as Revision["sources"],
  tallies: tallies.parse(JSON.parse(String(tallied))),
  checksum: String(checksum),
});

/** All revisions, the newest first. */
export async function listRevisions(store: GraphStore): Promise<Revision[]> {
  return (await askStore(store)({ text: allRevisions })).map(decode);
}

/** A revision with what it changed; null when there is none of this number. */
export async function readRevision(store: GraphStore, number: number): Promise<{ revision: Revision; changes: Change[] } | null> {
  const ask = askStore(store);
  const [row] = await ask({ text: oneRevision, parameters: { number } });
  if (row === undefined) return null;
  const chunks = await ask({ text: chunksOf, parameters: { number } });
  return { revision: decode(row), changes: await unpackChanges(chunks.map((it) => String(it[1]))) };
}

/**
 * What the revisions after `from` up to `to` changed together: of each record its state before the first and after the last, in the
 * order in which records were first touched. A record that ends as it began is left out. Reads every chunk of these revisions, one
 * at a time.
 */
export async function netChanges(
  store: GraphStore,
  { from, to, signal }: { from: number; to: number; signal?: AbortSignal | undefined },
): Promise<Change[]> {
  const ask = askStore(store, signal);
  const net = new Map<string, Change>();
  for (const [revision, part] of await ask({ text: chunksBetween, parameters: { from, to } })) {
    const [row] = await ask({ text: oneChunk, parameters: { revision, part } });
    for (const change of await unpackChanges([String(row?.[0])])) {
      const first = net.get(change.id);
      net.set(change.id, first === undefined ? change : { ...change, before: first.before });
    }
  }
  return [...net.values()].flatMap(({ kind, ...change }) => {
    const effect = effectOf(change);
    return effect === null ? [] : [{ ...change, kind: kind === "conflict" ? kind : effect }];
  });
}

/** What a change does to its record; null when it leaves it as it was. */
export function effectOf({ before, after }: Pick<Change, "before" | "after">): "added" | "changed" | "removed" | null {
  if (before === null) return after === null ? null : "added";
  if (after === null) return "removed";
  return canonicalJson(before) === canonicalJson(after) ? null : "changed";
}

export interface StoreSummary {
  counts: { entities: number; statements: number; metrics: number; documents: number };
  /** The newest one, or null before the first. */
  revision: Revision | null;
  /** An apply in several transactions is under way. */
  applying: boolean;
}

/** What a store holds now. */
export async function storeSummary(store: GraphStore): Promise<StoreSummary> {
  const ask = askStore(store);
  const count = async (text: string): Promise<number> => Number((await ask({ text }))[0]?.[0] ?? 0);
  const [newest] = await ask({ text: `${allRevisions} LIMIT 1` });
  return {
    counts: {
      entities: await count(counts.entities),
      statements: await count(counts.statements),
      metrics: await count(counts.metrics),
      documents: await count(counts.documents),
    },
    revision: newest === undefined ? null : decode(newest),
    applying: await isApplying(store),
  };
}
