import { z } from "zod";
import { addView, changeView, dropView } from "#graph/changes/keeping/views.ts";
import { view, viewChange, viewRequest, viewsAnswer } from "#graph/model/view.ts";
import { revisionNumber } from "#graph/queries/revision-number.ts";
import { listViews, readView } from "#graph/queries/views.ts";
import { endpoint } from "../http/endpoint.ts";
import { id, versionSeen } from "../http/input.ts";

const params = z.object({ id });
/** A picture of a hundred thousand entities with their places. */
const bodyMb = 16;
const faults = [401, 403, 404, 409, 413] as const;

/** Saved views: read by all, written with the editor token. */
export const views = [
  endpoint({
    method: "get",
    path: "/views",
    summary: "Saved views without their pictures, the last changed first",
    answer: viewsAnswer,
    run: async ({ asked }) => ({ views: await listViews(asked) }),
  }),
  endpoint({
    method: "get",
    path: "/views/{id}",
    summary: "A saved view: what it shows, where, and through which filters",
    params,
    answer: view,
    faults: [404],
    run: ({ asked, input: { id } }) => readView(asked, id),
  }),
  endpoint({
    method: "post",
    path: "/views",
    summary: "Saves a view under a name",
    body: viewRequest,
    bodyMb,
    answer: view,
    status: 201,
    writes: true,
    faults: [401, 403, 409, 413],
    run: async ({ asked, around, editor, input }) =>
      addView(around.store, { ...input, author: editor, revision: await revisionNumber(asked), now: around.now() }),
  }),
  endpoint({
    method: "put",
    path: "/views/{id}",
    summary: "Renames a saved view, rewrites its note or replaces its picture; what is left out stays",
    params,
    body: viewChange,
    bodyMb,
    answer: view,
    writes: true,
    faults,
    run: async ({ asked, around, input }) =>
      changeView(around.store, { ...input, revision: await revisionNumber(asked), now: around.now() }),
  }),
  endpoint({
    method: "delete",
    path: "/views/{id}",
    summary: "Drops a saved view and answers it, so that it can be put back",
    params,
    query: z.object({ version: versionSeen }),
    answer: view,
    writes: true,
    faults,
    run: ({ around, input }) => dropView(around.store, input),
  }),
];
