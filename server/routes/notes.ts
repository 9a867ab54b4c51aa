import { z } from "zod";
import { addNote, changeNote, dropNote } from "#graph/changes/keeping/notes.ts";
import { note, noteChange, noteRequest, notesAnswer } from "#graph/model/note.ts";
import { listNotes } from "#graph/queries/notes.ts";
import { endpoint } from "../http/endpoint.ts";
import { id, idList, limit, versionSeen } from "../http/input.ts";

const params = z.object({ id });
const faults = [401, 403, 404, 409, 413] as const;

/** Notes beside entities and statements: read by all, written with the editor token. */
export const notes = [
  endpoint({
    method: "get",
    path: "/notes",
    summary: "Notes about entities and statements, the newest first",
    query: z.object({ about: idList.describe("Ids of entities and statements, comma-separated; all when left out"), limit: limit(1000) }),
    answer: notesAnswer,
    run: ({ asked, input }) => listNotes(asked, input),
  }),
  endpoint({
    method: "post",
    path: "/notes",
    summary: "Writes a note beside an entity or a statement",
    body: noteRequest,
    answer: note,
    status: 201,
    writes: true,
    faults: [401, 403, 404, 413],
    run: ({ around, editor, input }) => addNote(around.store, { ...input, author: editor, now: around.now() }),
  }),
  endpoint({
    method: "put",
    path: "/notes/{id}",
    summary: "Rewrites a note",
    params,
    body: noteChange,
    answer: note,
    writes: true,
    faults,
    run: ({ around, input }) => changeNote(around.store, { ...input, now: around.now() }),
  }),
  endpoint({
    method: "delete",
    path: "/notes/{id}",
    summary: "Drops a note and answers it",
    params,
    query: z.object({ version: versionSeen }),
    answer: note,
    writes: true,
    faults,
    run: ({ around, input }) => dropNote(around.store, input),
  }),
];
