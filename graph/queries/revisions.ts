import type { HistoryAnswer, RevisionAnswer, RevisionsAnswer } from "#graph/model/api-answers.ts";
import type { Change, Revision } from "#graph/model/change-set.ts";
import { entitiesById } from "./entities-by-id.ts";
import { NotInStore } from "./fault.ts";
import { type Asked, ask, numberOf, type Row, textOf } from "./rows.ts";
import { shown } from "./shown.ts";

export const revisionsCypher = `MATCH (r:Revision)
WHERE $number IS NULL OR r.number = $number
RETURN r.number AS number, r.at AS at, r.author AS author, r.message AS message, r.sources AS sources, r.tallies AS tallies,
  r.checksum AS checksum
ORDER BY number DESC`;

export const revisionChangesCypher = `MATCH (r:Revision)-[:CHANGED]->(c:RevisionChunk)
WHERE $number IS NULL OR r.number = $number
RETURN r.number AS number, c.part AS part, c.changes AS changes
ORDER BY number DESC, part`;

/** Chunks that name the id at all; the reading of them decides. */
export const historyCypher = `MATCH (r:Revision)-[:CHANGED]->(c:RevisionChunk)
WHERE c.changes CONTAINS $id
RETURN r.number AS number, r.at AS at, r.message AS message, c.part AS part, c.changes AS changes
ORDER BY number DESC, part`;

export const revisionsShownCypher = `MATCH (r:Revision)
RETURN r AS revision ORDER BY r.number DESC`;

export const revisionShownCypher = `MATCH (r:Revision {number: $number})
OPTIONAL MATCH (r)-[:CHANGED]->(c:RevisionChunk)
RETURN r AS revision, collect(c) AS chunks`;

/** What each seed or apply did, the newest first. */
export async function revisions(asked: Asked): Promise<RevisionsAnswer> {
  const rows = await ask(asked, revisionsCypher, { number: null });
  return { revisions: rows.map(decodeRevision), cypher: shown(revisionsShownCypher) };
}

/** One revision with its changes, record by record. Throws NotInStore. */
export async function revision(asked: Asked, number: number): Promise<RevisionAnswer> {
  const [rows, chunks] = await Promise.all([ask(asked, revisionsCypher, { number }), ask(asked, revisionChangesCypher, { number })]);
  const [row] = rows;
  if (row === undefined) throw new NotInStore({ what: "revision", id: String(number), remedy: "see GET /revisions for the numbers" });
  return { revision: decodeRevision(row), changes: chunks.flatMap(changesOf), cypher: shown(revisionShownCypher, { number }) };
}

/** What revisions changed of an entity: itself, and statements and metrics about it; the newest first. Throws NotInStore. */
export async function history(asked: Asked, id: string): Promise<HistoryAnswer> {
  const [found, chunks] = await Promise.all([entitiesById(asked, [id]), ask(asked, historyCypher, { id })]);
  const revisions = new Map<number, HistoryAnswer["revisions"][number]>();
  for (const chunk of chunks) {
    const number = numberOf(chunk.number);
    const changes = changesOf(chunk).filter((change) => isAbout(change, id));
    if (changes.length === 0) continue;
    const entry = revisions.get(number) ?? { number, at: textOf(chunk.at), message: textOf(chunk.message), changes: [] };
    revisions.set(number, { ...entry, changes: [...entry.changes, ...changes] });
  }
  if (!found.has(id) && revisions.size === 0) {
    throw new NotInStore({ what: "entity", id, remedy: "search for it with GET /search?q=" });
  }
  return { id, revisions: [...revisions.values()], cypher: shown(historyCypher, { id }) };
}

const isAbout = ({ record, before, after }: Change, id: string): boolean =>
  record.id === id || [before, after].some((content) => [content?.subject, content?.object, content?.left, content?.right].includes(id));

const changesOf = (chunk: Row): Change[] => JSON.parse(textOf(chunk.changes)) as Change[];

const decodeRevision = (row: Row): Revision => ({
  number: numberOf(row.number),
  at: textOf(row.at),
  author: textOf(row.author),
  message: textOf(row.message),
  sources: JSON.parse(textOf(row.sources) || "[]") as Revision["sources"],
  tallies: JSON.parse(textOf(row.tallies)) as Revision["tallies"],
  checksum: textOf(row.checksum),
});
