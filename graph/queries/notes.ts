import type { Note, NotesAnswer } from "#graph/model/note.ts";
import { NotInStore } from "./fault.ts";
import { type Asked, ask, numberOf, type Row, textOf } from "./rows.ts";

const fields =
  "n.id AS id, n.version AS version, n.about AS about, n.of AS of, n.text AS text, n.author AS author, n.at AS at, n.changedAt AS changedAt";

export const notesCypher = `MATCH (n:Note) WHERE $about IS NULL OR n.about IN $about
RETURN ${fields} ORDER BY at DESC, id LIMIT $limit`;

export const noteCountCypher = `MATCH (n:Note) WHERE $about IS NULL OR n.about IN $about
RETURN count(n) AS count`;

export const noteCypher = `MATCH (n:Note {id: $id})
RETURN ${fields}`;

const noteOf = (row: Row): Note => ({
  id: textOf(row.id) as Note["id"],
  version: numberOf(row.version),
  about: textOf(row.about),
  of: textOf(row.of) as Note["of"],
  text: textOf(row.text),
  author: textOf(row.author),
  at: textOf(row.at),
  changedAt: textOf(row.changedAt),
});

/** Notes about these entities and statements (null: about any), the newest first. */
export async function listNotes(asked: Asked, { about, limit }: { about: readonly string[] | null; limit: number }): Promise<NotesAnswer> {
  const [rows, [counted]] = await Promise.all([ask(asked, notesCypher, { about, limit }), ask(asked, noteCountCypher, { about })]);
  const total = numberOf(counted?.count);
  return { notes: rows.map(noteOf), total, truncated: total > rows.length };
}

/** Throws NotInStore. */
export async function readNote(asked: Asked, id: string): Promise<Note> {
  const [row] = await ask(asked, noteCypher, { id });
  if (row === undefined) throw new NotInStore({ what: "note", id, remedy: "see GET /notes for those that there are" });
  return noteOf(row);
}
