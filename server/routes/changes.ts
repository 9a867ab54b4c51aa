import { z } from "zod";
import { changeSet, revision } from "#graph/model/change-set.ts";
import { endpoint } from "../http/endpoint.ts";
import { HttpFault } from "../http/fault.ts";
import { id, revisionNumber } from "../http/input.ts";

const notBuilt = async (): Promise<never> => {
  throw new HttpFault({
    status: 501,
    code: "not_built",
    message: "changes over HTTP are not built yet",
    remedy: "use npm run seed, which compares, asks and applies",
  });
};

const faults = [401, 403, 404, 409, 413, 501];

/** Writing over HTTP: declared and guarded; what it does is not built. */
export const changes = [
  endpoint({
    method: "post",
    path: "/changes",
    summary: "Compares an uploaded dataset or document with the store",
    body: z.looseObject({}),
    answer: changeSet,
    status: 201,
    writes: true,
    faults,
    run: notBuilt,
  }),
  endpoint({
    method: "get",
    path: "/changes/{id}",
    summary: "A change set",
    params: z.object({ id }),
    answer: changeSet,
    writes: true,
    faults,
    run: notBuilt,
  }),
  endpoint({
    method: "post",
    path: "/changes/{id}/apply",
    summary: "Applies changes of a change set as one revision",
    params: z.object({ id }),
    body: z.object({ accept: z.union([z.literal("all"), z.array(z.string())]), message: z.string().max(500).optional() }),
    answer: revision,
    writes: true,
    faults,
    run: notBuilt,
  }),
  endpoint({
    method: "post",
    path: "/revisions/{number}/revert",
    summary: "The change set that would undo a revision",
    params: z.object({ number: revisionNumber }),
    answer: changeSet,
    status: 201,
    writes: true,
    faults,
    run: notBuilt,
  }),
];
