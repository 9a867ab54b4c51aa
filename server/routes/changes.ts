import { z } from "zod";
import { applyChangeSet } from "#graph/changes/review/apply.ts";
import { answer, decide, discard, rebase } from "#graph/changes/review/decide.ts";
import { ReviewOutdated } from "#graph/changes/review/faults.ts";
import { propose } from "#graph/changes/review/propose.ts";
import { listChangeSets, readChangeSet } from "#graph/changes/review/read.ts";
import { revision } from "#graph/model/change-set.ts";
import {
  answersRequest,
  changeSetStates,
  changeSetsAnswer,
  decisionsAnswer,
  decisionsRequest,
  editsRequest,
  type ReviewedChangeSet,
  reviewedChangeSet,
} from "#graph/model/review.ts";
import { InputInvalid, NotInStore } from "#graph/queries/fault.ts";
import { revisionNumber as newestRevision } from "#graph/queries/revision-number.ts";
import { noRevision } from "#graph/queries/revisions.ts";
import { endpoint, type Surroundings } from "../http/endpoint.ts";
import { HttpFault } from "../http/fault.ts";
import { id, revisionNumber } from "../http/input.ts";
import { inputOf } from "../reviews/upload-input.ts";

const params = z.object({ id });
const denied = [401, 403] as const;
const faults = [...denied, 404, 409, 413] as const;
/** A change set of a hundred thousand changes can be decided at once. */
const bodyMb = 32;

async function changeSetOf({ store, applying }: Surroundings, id: string): Promise<ReviewedChangeSet> {
  const found = await readChangeSet(store, id);
  if (found === null) throw new NotInStore({ what: "change set", id, remedy: "see GET /changes for those that there are" });
  return { ...found, applying: applying.of(id) };
}

/** Change sets: made from uploads, edits and reverts, decided by people, applied as revisions. Drafts are not public. */
export const changes = [
  endpoint({
    method: "get",
    path: "/changes",
    summary: "Change sets, the newest first",
    query: z.object({ state: z.enum(changeSetStates).optional() }),
    answer: changeSetsAnswer,
    writes: true,
    faults: denied,
    run: async ({ around, input: { state } }) => ({ changeSets: await listChangeSets(around.store, state === undefined ? {} : { state }) }),
  }),
  endpoint({
    method: "post",
    path: "/changes",
    summary: "Compares an uploaded dataset or document with the store; the change set waits for decisions",
    query: z.object({
      name: z.string().max(200).optional().describe("File name of a body sent as raw bytes"),
      title: z.string().min(1).max(200).optional().describe("What the change set is called; the file's name when left out"),
    }),
    uploads: true,
    answer: reviewedChangeSet,
    status: 201,
    writes: true,
    faults: [...faults, 415],
    run: async ({ asked, around, upload, editor, input: { title } }) => {
      const read = await inputOf(asked, upload, around);
      return propose({ ...asked, ...read, title: title ?? read.title, author: editor, now: around.now() });
    },
  }),
  endpoint({
    method: "post",
    path: "/edits",
    summary: "Edits by hand as a change set: put, remove, merge, split, withdraw a source",
    body: editsRequest,
    bodyMb,
    answer: reviewedChangeSet,
    status: 201,
    writes: true,
    faults,
    run: ({ asked, around, editor, input: { edits, title } }) =>
      propose({ ...asked, input: { origin: "edit", edits }, title, author: editor, sources: [], now: around.now() }),
  }),
  endpoint({
    method: "get",
    path: "/changes/{id}",
    summary: "A change set with its decisions; while it is applied, how far that is",
    params,
    answer: reviewedChangeSet,
    writes: true,
    faults: [...denied, 404],
    run: ({ around, input: { id } }) => changeSetOf(around, id),
  }),
  endpoint({
    method: "post",
    path: "/changes/{id}/decisions",
    summary: "Accepts, rejects and corrects changes; what depends on them is decided with them",
    params,
    body: decisionsRequest,
    bodyMb,
    answer: decisionsAnswer,
    writes: true,
    faults,
    run: ({ around, editor, input }) => decide(around.store, { ...input, by: editor, now: around.now() }),
  }),
  endpoint({
    method: "post",
    path: "/changes/{id}/answers",
    summary: "Answers whether proposed entities are known ones; the change set is worked out anew",
    params,
    body: answersRequest,
    bodyMb,
    answer: reviewedChangeSet,
    writes: true,
    faults,
    run: ({ around, editor, input }) => answer(around.store, { ...input, by: editor, now: around.now() }),
  }),
  endpoint({
    method: "post",
    path: "/changes/{id}/rebase",
    summary: "Compares a change set anew with the store as it is now; decisions on what stayed the same are kept",
    params,
    answer: reviewedChangeSet,
    writes: true,
    faults,
    run: ({ around, editor, input: { id } }) => rebase(around.store, { id, by: editor, now: around.now() }),
  }),
  endpoint({
    method: "post",
    path: "/changes/{id}/discard",
    summary: "Lays a change set aside without applying it",
    params,
    answer: reviewedChangeSet,
    writes: true,
    faults,
    run: async ({ around, editor, input: { id } }) => {
      await discard(around.store, { id, by: editor, now: around.now() });
      return changeSetOf(around, id);
    },
  }),
  endpoint({
    method: "post",
    path: "/changes/{id}/apply",
    summary: "Applies changes of a change set as one revision, all or nothing",
    params,
    body: z.object({
      accept: z
        .union([z.literal("all"), z.literal("decided"), z.array(z.string())])
        .describe("Ids of changes; or all that are not rejected; or only those that were accepted"),
      message: z.string().max(500).optional(),
      version: z.int().min(0).optional().describe("The version that the person saw: refused when someone has decided since"),
    }),
    bodyMb,
    answer: revision,
    writes: true,
    faults,
    run: async ({ around, editor, input: { id, accept, message, version } }) => {
      const seen = await changeSetOf(around, id);
      if (version !== undefined && version !== seen.version) throw new ReviewOutdated(id, version, seen.version);
      if (Array.isArray(accept)) refuseUnknown(seen, accept);
      const told = { id, accept, author: editor, message: message ?? seen.title, now: around.now() };
      const applied = await around.applying.run(id, (onProgress) => applyChangeSet(around.store, { ...told, onProgress }));
      if (applied.revision === null) throw nothingToApply;
      return applied.revision;
    },
  }),
  endpoint({
    method: "post",
    path: "/revisions/{number}/revert",
    summary: "The change set that would undo a revision",
    params: z.object({ number: revisionNumber }),
    answer: reviewedChangeSet,
    status: 201,
    writes: true,
    faults,
    run: async ({ asked, around, editor, input: { number } }) => {
      if (number > (await newestRevision(asked))) throw noRevision(number);
      const title = `revert of revision ${number}`;
      return propose({ ...asked, input: { origin: "revert", number }, title, author: editor, sources: [], now: around.now() });
    },
  }),
];

function refuseUnknown({ id, changes }: ReviewedChangeSet, accept: readonly string[]): void {
  const known = new Set(changes.map((it) => it.id));
  const unknown = accept.filter((it) => !known.has(it));
  if (unknown.length === 0) return;
  const fault = `${unknown.slice(0, 5).join(", ")} ${unknown.length === 1 ? "is no change" : `and others (${unknown.length} in all) are no changes`} of ${id}`;
  throw new InputInvalid({ path: "accept", fault, remedy: "read the change set again: its changes may have been worked out anew" });
}

const nothingToApply = new HttpFault({
  status: 409,
  code: "conflict",
  message: "nothing of this change set is accepted, so there is no revision",
  remedy: "accept changes first, or discard it",
});
