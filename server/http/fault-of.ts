import { z } from "zod";
import { ApplyUnderWay } from "#graph/changes/journal-head.ts";
import { KeptOutdated } from "#graph/changes/keeping/faults.ts";
import { ChangeSetClosed, ChangeSetUnknown, ReviewOutdated, ReviewRefused } from "#graph/changes/review/faults.ts";
import { ChangeSetIncomplete, ChangeSetStale } from "#graph/changes/settle.ts";
import { DocumentUnreadable } from "#graph/extraction/reading/unreadable.ts";
import { InputInvalid, NotInStore } from "#graph/queries/fault.ts";
import {
  QueryCancelled,
  QueryInvalid,
  type QueryPosition,
  QueryRefused,
  QueryTimedOut,
  StoreError,
  StoreLocked,
  StoreUnavailable,
} from "#graph/store/store.ts";
import { type Fault, HttpFault } from "./fault.ts";

/** Every error as what the outside is told of it. Unknown ones tell nothing but that they happened. */
export function faultOf(error: unknown): Fault {
  if (error instanceof HttpFault) return error.fault;
  if (error instanceof z.ZodError) return invalidInput(error);
  if (error instanceof InputInvalid) {
    return fault(400, "invalid_input", error, error.remedy, [{ path: error.path, message: error.message }]);
  }
  if (error instanceof NotInStore) return fault(404, "not_found", error, error.remedy);
  if (error instanceof DocumentUnreadable) {
    const { file, row, column } = error;
    return fault(400, "invalid_input", error, error.remedy, [{ path: `${file}:${row}:${column}`, message: error.fault }]);
  }
  if (error instanceof KeptOutdated) return fault(409, "conflict", error, "read it again, then change it anew");
  if (error instanceof StoreError) return storeFault(error);
  return changeSetFault(error) ?? bodyFault(error) ?? unexpected;
}

const fault = (status: number, code: Fault["code"], { message }: Error, remedy: string, details: Fault["details"] = []): Fault => ({
  status,
  code,
  message,
  remedy,
  details,
});

/** What stands in the way of a change set. */
function changeSetFault(error: unknown): Fault | null {
  if (error instanceof ChangeSetUnknown) return fault(404, "not_found", error, "see GET /changes for those that there are");
  if (error instanceof ReviewRefused) {
    const problems = error.problems.slice(0, 1000).map((message) => ({ message }));
    return fault(400, "invalid_input", error, "correct what `details` names, then send it again", problems);
  }
  if (error instanceof ReviewOutdated) {
    return fault(409, "conflict", error, "GET /changes/{id} shows what was decided meanwhile; decide again with its version");
  }
  if (error instanceof ChangeSetClosed) return fault(409, "conflict", error, "upload or edit again to have it compared anew");
  if (error instanceof ChangeSetStale) {
    return fault(409, "conflict", error, "POST /changes/{id}/rebase compares it with the store as it is now; look at it again, then apply");
  }
  if (error instanceof ChangeSetIncomplete) {
    const missing = error.missing.map((id) => ({ path: id, message: "is needed by what was accepted and is not in the store" }));
    return fault(409, "conflict", error, "accept the changes that `details` names too, or leave out what needs them", missing);
  }
  if (error instanceof ApplyUnderWay) {
    return { ...fault(409, "conflict", error, "wait until GET /health no longer says applying, then try again"), retryAfter: 5 };
  }
  return null;
}

const at = (error: StoreError, position: QueryPosition | null): Fault["details"] => [
  { message: error.fault, ...(position === null ? {} : { position }) },
];

function storeFault(error: StoreError): Fault {
  if (error instanceof QueryRefused) return fault(422, "query_refused", error, error.remedy, at(error, error.position));
  if (error instanceof QueryInvalid) return fault(422, "query_invalid", error, error.remedy, at(error, error.position));
  if (error instanceof QueryTimedOut) return fault(408, "timed_out", error, error.remedy);
  if (error instanceof QueryCancelled) return fault(499, "cancelled", error, error.remedy);
  if (error instanceof StoreUnavailable || error instanceof StoreLocked) {
    return { ...fault(503, "store_unavailable", error, error.remedy), retryAfter: 2 };
  }
  return unexpected;
}

function invalidInput(error: z.ZodError): Fault {
  const details = error.issues.map((issue) => ({
    path: issue.path.join("."),
    message: issue.code === "invalid_union" ? "fits none of the forms that are accepted" : issue.message,
  }));
  const [first] = details;
  return {
    status: 400,
    code: "invalid_input",
    message: first === undefined ? "the request is not valid" : `${first.path === "" ? "request" : first.path}: ${first.message}`,
    remedy: "correct what `details` names; GET /api/v1/openapi.json lists what is accepted",
    details,
  };
}

/** What body-parser and Express throw: errors with a `status` and, of a body, a `type`. */
const thrownByExpress = z.object({ status: z.int().min(400).max(499), type: z.string().optional(), limit: z.number().optional() });

function bodyFault(error: unknown): Fault | null {
  const thrown = thrownByExpress.safeParse(error);
  if (!thrown.success) return null;
  const { status, type, limit } = thrown.data;
  if (status === 413) {
    const message = limit === undefined ? "the body is too large" : `the body is larger than ${limit / 1024 / 1024} MB`;
    return { status, code: "too_large", message, remedy: "send less at once", details: [] };
  }
  const what = type === "entity.parse.failed" ? "the body is not JSON" : "the request cannot be read";
  return { status: 400, code: "invalid_input", message: what, remedy: "send valid JSON, UTF-8, and an intact address", details: [] };
}

const unexpected: Fault = {
  status: 500,
  code: "internal",
  message: "something failed here that should not",
  remedy: "try again; if it stays, report it with the request id: the log has the rest",
  details: [],
};
