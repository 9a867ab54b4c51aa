import { QueryObserver, useQuery } from "@tanstack/react-query";
import type { Note, NotesAnswer } from "#graph/model/note.ts";
import { calls } from "./calls.ts";
import { queryClient } from "./queries.ts";

export const useViews = () => useQuery({ queryKey: ["views"], queryFn: ({ signal }) => calls.views({ signal }), staleTime: 10_000 });

/** After a view was written, dropped or found to be stale. */
export const viewsChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ["views"] });

const notesQuery = { queryKey: ["notes"], queryFn: ({ signal }: { signal: AbortSignal }) => calls.notes({ signal }), staleTime: 30_000 };

/** People write notes by hand: all of them are few, and one answer serves every entity and edge. */
export const useNotes = () => useQuery(notesQuery);

/** Outside of a render: hears of the notes when they come and whenever they change; the answer ends it. */
export const watchNotes = (hear: (notes: NotesAnswer | undefined) => void): (() => void) =>
  new QueryObserver(queryClient, notesQuery).subscribe(({ data }) => hear(data));

export const notesChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ["notes"] });

/** The notes as they are now, for an export; `total` counts those that the answer leaves out. */
export const readNotes = () => queryClient.fetchQuery(notesQuery);

/** Notes about these ids, or about what was merged into one of them. */
export const notesAbout = (notes: readonly Note[], ids: ReadonlySet<string>): Note[] => notes.filter(({ aboutNow }) => ids.has(aboutNow));
