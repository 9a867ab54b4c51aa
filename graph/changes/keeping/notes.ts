import { randomUUID } from "node:crypto";
import type { Note, NoteId } from "#graph/model/note.ts";
import { NotInStore } from "#graph/queries/fault.ts";
import { readNote } from "#graph/queries/notes.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { lockKept } from "./kept.ts";

export const createNoteCypher = "CREATE (n:Note) SET n = $note";
export const changeNoteCypher = "MATCH (n:Note {id: $id}) SET n += $note";
export const dropNoteCypher = "MATCH (n:Note {id: $id}) DELETE n";
export const entityThereCypher = "MATCH (n:Entity {id: $id}) RETURN n.id AS id";
export const statementThereCypher = "MATCH (s:Statement {id: $id}) WHERE s.untilRevision IS NULL RETURN s.id AS id";

/** Writes a note beside an entity or a statement that holds now. Throws NotInStore. */
export async function addNote(
  store: GraphStore,
  { about, text, author, now }: { about: string; text: string; author: string; now: Date },
): Promise<Note> {
  const id = `note-${randomUUID()}` as NoteId;
  const at = now.toISOString();
  await store.write(async (transaction) => {
    const isThere = async (query: string) => (await transaction.run({ text: query, parameters: { id: about } })).rows.length > 0;
    const of = (await isThere(entityThereCypher)) ? "entity" : (await isThere(statementThereCypher)) ? "statement" : null;
    if (of === null) throw new NotInStore({ what: "entity or statement", id: about, remedy: "take the id from an entity or an edge" });
    const note = { id, version: 1, about, of, text, author, at, changedAt: at };
    await transaction.run({ text: createNoteCypher, parameters: { note } });
  });
  return readNote({ store }, id);
}

/** Throws NotInStore, and KeptOutdated when someone was there before. */
export async function changeNote(
  store: GraphStore,
  { id, version, text, now }: { id: string; version: number; text: string; now: Date },
): Promise<Note> {
  const note = { version: version + 1, text, changedAt: now.toISOString() };
  await store.write(async (transaction) => {
    await lockKept(transaction, "Note", { id, version });
    await transaction.run({ text: changeNoteCypher, parameters: { id, note } });
  });
  return readNote({ store }, id);
}

/** Gives what was dropped. Throws as `changeNote`. */
export async function dropNote(store: GraphStore, { id, version }: { id: string; version: number }): Promise<Note> {
  const note = await readNote({ store }, id);
  await store.write(async (transaction) => {
    await lockKept(transaction, "Note", { id, version });
    await transaction.run({ text: dropNoteCypher, parameters: { id } });
  });
  return note;
}
