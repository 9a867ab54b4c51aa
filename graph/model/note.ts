import { z } from "zod";

export const noteId = z
  .string()
  .max(60)
  .regex(/^note-[a-z0-9-]+$/, { error: "the id of a note begins with note-" })
  .brand<"NoteId">();
export type NoteId = z.infer<typeof noteId>;

/** Id of an entity or of a statement; opaque. */
const about = z.string().min(1).max(200);
const text = z.string().trim().min(1).max(4000);

/** What people wrote beside an entity or a statement: no claim of the graph, and no part of a dataset. */
export const note = z
  .strictObject({
    id: noteId,
    version: z.int().min(1),
    about,
    /** What that id is now: an entity that was merged stands for what it became. */
    aboutNow: about,
    of: z.enum(["entity", "statement"]),
    text,
    author: z.string(),
    /** ISO date-times. */
    at: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: "Note" });
export type Note = z.infer<typeof note>;

/** The newest first; `total` counts those that were left out too. */
export const notesAnswer = z.strictObject({ notes: z.array(note), total: z.int().min(0), truncated: z.boolean() }).meta({ id: "Notes" });
export type NotesAnswer = z.infer<typeof notesAnswer>;

export const noteRequest = z.strictObject({ about, text });
export type NoteRequest = z.input<typeof noteRequest>;

export const noteChange = z.strictObject({
  version: z.int().min(1).describe("The version that the person saw: refused when someone has changed it since"),
  text,
});
