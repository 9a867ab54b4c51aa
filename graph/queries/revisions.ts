import { unpackChanges } from "#graph/changes/chunks.ts";
import { listRevisions, readRevision } from "#graph/changes/revisions.ts";
import type { HistoryAnswer, RevisionAnswer, RevisionsAnswer } from "#graph/model/api-answers.ts";
import type { Change } from "#graph/model/change-set.ts";
import { entitiesById } from "./entities-by-id.ts";
import { NotInStore } from "./fault.ts";
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

/** What each seed or apply did, the newest first. */
export async function revisions({ store }: Asked): Promise<RevisionsAnswer> {
  return { revisions: await listRevisions(store), cypher: shown(revisionsShownCypher) };
}

/** One revision with its changes, record by record. Throws NotInStore. */
export async function revision({ store }: Asked, number: number): Promise<RevisionAnswer> {
  const found = await readRevision(store, number);
  if (found === null) throw new NotInStore({ what: "revision", id: String(number), remedy: "see GET /revisions for the numbers" });
  return { ...found, cypher: shown(revisionShownCypher, { number }) };
}

/** What revisions changed of an entity: itself, and statements and metrics about it; the newest first. Throws NotInStore. */
export async function history(asked: Asked, id: string): Promise<HistoryAnswer> {
  const [found, chunks] = await Promise.all([entitiesById(asked, [id]), ask(asked, historyChunksCypher, { id })]);
  const touched = new Map<number, HistoryAnswer["revisions"][number]>();
  // One after another: a chunk holds up to some thousand changes, and a large revision has many.
  for (const { number, part, at, message } of chunks) {
    const [chunk] = await ask(asked, chunkCypher, { number, part });
    const changes = (await unpackChanges([textOf(chunk?.changes)])).filter((change) => isAbout(change, id));
    if (changes.length === 0) continue;
    const entry = touched.get(numberOf(number)) ?? { number: numberOf(number), at: textOf(at), message: textOf(message), changes: [] };
    touched.set(entry.number, { ...entry, changes: [...entry.changes, ...changes] });
  }
  if (!found.has(id) && touched.size === 0) {
    throw new NotInStore({ what: "entity", id, remedy: "search for it with GET /search?q=" });
  }
  return { id, revisions: [...touched.values()], cypher: shown(historyChunksCypher, { id }) };
}

const isAbout = ({ record, before, after }: Change, id: string): boolean =>
  record.id === id || [before, after].some((content) => [content?.subject, content?.object, content?.left, content?.right].includes(id));
