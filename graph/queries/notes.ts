import type { Note, NotesAnswer } from "#graph/model/note.ts";
import { NotInStore } from "./fault.ts";
import { type Asked, ask, numberOf, type Row, textOf, textsOf } from "./rows.ts";

const fields =
  "n.id AS id, n.version AS version, n.about AS about, n.of AS of, n.text AS text, n.author AS author, n.at AS at, n.changedAt AS changedAt";

export const notesCypher = `MATCH (n:Note) WHERE $about IS NULL OR n.about IN $about
RETURN ${fields} ORDER BY at DESC, id LIMIT $limit`;

export const noteCountCypher = `MATCH (n:Note) WHERE $about IS NULL OR n.about IN $about
RETURN count(n) AS count`;

export const noteCypher = `MATCH (n:Note {id: $id})
RETURN ${fields}`;

export const entitiesThereCypher = `UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
RETURN n.id AS id, n.mergedFrom AS mergedFrom`;

export const mergersCypher = `MATCH (n:Entity) WHERE n.mergedFrom IS NOT NULL
RETURN n.id AS id, n.mergedFrom AS mergedFrom`;

const noteOf = (row: Row, became: ReadonlyMap<string, string>): Note => ({
  id: textOf(row.id) as Note["id"],
  version: numberOf(row.version),
  about: textOf(row.about),
  aboutNow: became.get(textOf(row.about)) ?? textOf(row.about),
  of: textOf(row.of) as Note["of"],
  text: textOf(row.text),
  author: textOf(row.author),
  at: textOf(row.at),
  changedAt: textOf(row.changedAt),
});

/**
 * Notes about these entities and statements (null: about any), the newest first. What was written beside an entity that was merged is about
 * the one that it became, too.
 */
export async function listNotes(asked: Asked, { about, limit }: { about: readonly string[] | null; limit: number }): Promise<NotesAnswer> {
  const before = about === null ? [] : await ask(asked, entitiesThereCypher, { ids: about });
  const meant = about === null ? null : [...new Set([...about, ...before.flatMap(({ mergedFrom }) => textsOf(mergedFrom))])];
  const [rows, [counted]] = await Promise.all([
    ask(asked, notesCypher, { about: meant, limit }),
    ask(asked, noteCountCypher, { about: meant }),
  ]);
  const became = await whatBecame(asked, rows);
  const total = numberOf(counted?.count);
  return { notes: rows.map((row) => noteOf(row, became)), total, truncated: total > rows.length };
}

/** Throws NotInStore. */
export async function readNote(asked: Asked, id: string): Promise<Note> {
  const rows = await ask(asked, noteCypher, { id });
  const [row] = rows;
  if (row === undefined) throw new NotInStore({ what: "note", id, remedy: "see GET /notes for those that there are" });
  return noteOf(row, await whatBecame(asked, rows));
}

/** By the ids that are no longer there, the entities that they are now; mergers are looked for only where an id is missing. */
async function whatBecame(asked: Asked, notes: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(notes.filter((row) => row.of === "entity").map((row) => textOf(row.about)))];
  if (ids.length === 0) return new Map();
  const there = await ask(asked, entitiesThereCypher, { ids });
  if (there.length === ids.length) return new Map();
  return new Map((await ask(asked, mergersCypher)).flatMap(({ id, mergedFrom }) => textsOf(mergedFrom).map((from) => [from, textOf(id)])));
}
