import { unpackChanges } from "#graph/changes/chunks.ts";
import { effectOf, listRevisions, netChanges, readRevision } from "#graph/changes/revisions.ts";
import type { ComparisonAnswer, HistoryAnswer, RevisionAnswer, RevisionsAnswer } from "#graph/model/api-answers.ts";
import { type Change, recordTables } from "#graph/model/change-set.ts";
import { entitiesById } from "./entities-by-id.ts";
import { NotInStore } from "./fault.ts";
import { revisionNumber } from "./revision-number.ts";
import { type Asked, ask, numberOf, textOf } from "./rows.ts";
import { shown } from "./shown.ts";

/** Chunks that may name the id: a compressed one does not say before it is read. */
export const historyChunksCypher = `MATCH (r:Revision)-[:CHANGED]->(c:RevisionChunk)
WHERE c.changes STARTS WITH 'gzip:' OR c.changes CONTAINS $id
RETURN r.number AS number, r.at AS at, r.message AS message, c.part AS part
ORDER BY number DESC, part`;

export const chunkCypher = `MATCH (c:RevisionChunk {revision: $number, part: $part})
RETURN c.changes AS changes`;

export const revisionsShownCypher = `MATCH (r:Revision)
RETURN r AS revision ORDER BY r.number DESC`;

export const revisionShownCypher = `MATCH (r:Revision {number: $number})
OPTIONAL MATCH (r)-[:CHANGED]->(c:RevisionChunk)
RETURN r AS revision, collect(c) AS chunks`;

export const noRevision = (number: number): NotInStore =>
  new NotInStore({ what: "revision", id: String(number), remedy: "see GET /revisions for the numbers" });

/** What each seed or apply did, the newest first. */
export async function revisions({ store }: Asked): Promise<RevisionsAnswer> {
  return { revisions: await listRevisions(store), cypher: shown(revisionsShownCypher) };
}

/** One revision with its changes, record by record, the first of them where it is a large seed. Throws NotInStore. */
export async function revision({ store }: Asked, number: number): Promise<RevisionAnswer> {
  const found = await readRevision(store, number);
  if (found === null) throw noRevision(number);
  return { revision: found.revision, ...bounded(found.changes), cypher: shown(revisionShownCypher, { number }) };
}

/**
 * What revisions changed of an entity: itself, and statements and metrics about it; the newest first. Chunks are not indexed by what
 * they name: each compressed one is unpacked (one at a time, some ms a chunk of 2,000 changes) and parsed only when it names the id.
 * Throws NotInStore.
 */
export async function history(asked: Asked, id: string): Promise<HistoryAnswer> {
  const [found, answer] = await Promise.all([entitiesById(asked, [id]), historyOf(asked, id, isAbout)]);
  if (!found.has(id) && answer.revisions.length === 0) {
    throw new NotInStore({ what: "entity", id, remedy: "search for it with GET /search?q=" });
  }
  return answer;
}

/** What revisions changed of a statement or of a metric, by its id, the newest first; also of a withdrawn one. Throws NotInStore. */
export async function statementHistory(asked: Asked, id: string): Promise<HistoryAnswer> {
  const answer = await historyOf(asked, id, isOf);
  if (answer.revisions.length === 0) {
    throw new NotInStore({ what: "statement or metric", id, remedy: "take the id from an entity's statements, an edge or a revision" });
  }
  return answer;
}

async function historyOf(asked: Asked, id: string, concerns: (change: Change, id: string) => boolean): Promise<HistoryAnswer> {
  const touched = new Map<number, HistoryAnswer["revisions"][number]>();
  // One after another: a chunk holds up to some thousand changes, and a large revision has many.
  for (const { number, part, at, message } of await ask(asked, historyChunksCypher, { id })) {
    const [chunk] = await ask(asked, chunkCypher, { number, part });
    const changes = (await unpackChanges([textOf(chunk?.changes)], { naming: id })).filter((change) => concerns(change, id));
    if (changes.length === 0) continue;
    const entry = touched.get(numberOf(number)) ?? { number: numberOf(number), at: textOf(at), message: textOf(message), changes: [] };
    touched.set(entry.number, { ...entry, changes: [...entry.changes, ...changes] });
  }
  return { id, revisions: [...touched.values()], cypher: shown(historyChunksCypher, { id }) };
}

const isOf = ({ record }: Change, id: string): boolean => record.id === id && (record.table === "statements" || record.table === "metrics");

const isAbout = ({ record, before, after }: Change, id: string): boolean =>
  record.id === id || [before, after].some((content) => [content?.subject, content?.object, content?.left, content?.right].includes(id));

export const comparedChunksCypher = `MATCH (r:Revision)-[:CHANGED]->(c:RevisionChunk)
WHERE r.number > $after AND r.number <= $upTo
RETURN r AS revision, c AS chunk ORDER BY r.number, c.part`;

/** Changes in one answer: a seed of 100,000 entities makes 150 MB of them, which no page can hold. */
const mostChanges = 10_000;
/** In the order of the tables: what statements speak of comes before them. */
const bounded = (changes: readonly Change[]) => ({
  changes: recordTables.flatMap((table) => changes.filter((it) => it.record.table === table)).slice(0, mostChanges),
  total: changes.length,
  truncated: changes.length > mostChanges,
});
const noTally = () => ({ added: 0, changed: 0, removed: 0, unchanged: 0 });

/** The net difference between two revisions, the state at `from` as `before`; 0 is the empty store. Throws NotInStore. */
export async function compareRevisions(asked: Asked, { from, to }: { from: number; to: number }): Promise<ComparisonAnswer> {
  const newest = await revisionNumber(asked);
  for (const number of [from, to]) if (number > newest) throw noRevision(number);
  const [earlier, later] = from < to ? [from, to] : [to, from];
  const net = await netChanges(asked.store, { from: earlier, to: later, signal: asked.signal });
  const changes = from <= to ? net : net.map(turned);
  const tallies = { entities: noTally(), statements: noTally(), metrics: noTally(), documents: noTally(), conflicts: 0 };
  for (const change of changes) {
    if (change.kind === "conflict") tallies.conflicts += 1;
    if (change.record.table !== "constraints") tallies[change.record.table][effectOf(change) ?? "unchanged"] += 1;
  }
  return {
    from,
    to,
    ...bounded(changes),
    tallies,
    cypher: shown(comparedChunksCypher, { after: earlier, upTo: later }),
  };
}

/** A change read backwards; what is in conflict is so only in the direction in which it was applied. */
function turned({ id, record, before, after }: Change): Change {
  const evidence = ((before ?? after)?.evidence ?? []) as Change["evidence"];
  return { id, record, kind: effectOf({ before: after, after: before }) ?? "changed", before: after, after: before, evidence };
}
