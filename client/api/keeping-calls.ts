import type { GraphByIds, StatementsByIds } from "#graph/model/by-ids.ts";
import type { Note, NoteRequest, NotesAnswer } from "#graph/model/note.ts";
import type { View, ViewChange, ViewRequest, ViewsAnswer } from "#graph/model/view.ts";
import { asEditor, type CallOptions } from "./change-calls.ts";
import { queryString, request } from "./request.ts";

const of = (id: string) => encodeURIComponent(id);

/** Saved views, notes, and what they name by ids: reading is open to all, writing needs the token. */
export const keepingCalls = {
  graphByIds: (ids: readonly string[], options?: CallOptions) => request<GraphByIds>("/graph/by-ids", { ...options, body: { ids } }),
  statementsByIds: (ids: readonly string[], options?: CallOptions) =>
    request<StatementsByIds>("/statements/by-ids", { ...options, body: { ids } }),
  views: (options?: CallOptions) => request<ViewsAnswer>("/views", options),
  view: (id: string, options?: CallOptions) => request<View>(`/views/${of(id)}`, options),
  saveView: (body: ViewRequest) => asEditor<View>("/views", { body }),
  changeView: (id: string, body: ViewChange) => asEditor<View>(`/views/${of(id)}`, { body, method: "PUT" }),
  dropView: ({ id, version }: { id: string; version: number }) =>
    asEditor<View>(`/views/${of(id)}${queryString({ version })}`, { method: "DELETE" }),
  notes: (options?: CallOptions) => request<NotesAnswer>(`/notes${queryString({ limit: 10_000 })}`, options),
  writeNote: (body: NoteRequest) => asEditor<Note>("/notes", { body }),
  changeNote: (id: string, body: { version: number; text: string }) => asEditor<Note>(`/notes/${of(id)}`, { body, method: "PUT" }),
  dropNote: ({ id, version }: { id: string; version: number }) =>
    asEditor<Note>(`/notes/${of(id)}${queryString({ version })}`, { method: "DELETE" }),
};
