import { Neo4jError } from "neo4j-driver";
import { positionAt } from "../cypher/guard.ts";
import { QueryCancelled, QueryInvalid, type QueryPosition, QueryRefused, QueryTimedOut, StoreError, StoreUnavailable } from "../store.ts";

const notRun = "Query not run";

/**
 * The driver's error as the store's own; what is no error of the driver passes as it is. `text` is the query it is about, `prefix`
 * what stood before it when it was sent.
 */
export function asStoreError(error: unknown, text = "", prefix = ""): unknown {
  if (error instanceof StoreError || !(error instanceof Neo4jError)) return error;
  const { code } = error;
  const place = placeOf(error.message, text, prefix);
  const fault = faultOf(error);
  if (code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) return timedOut(error);
  if (code.endsWith(".Transaction.Terminated") || code.endsWith(".Transaction.LockClientStopped")) return cancelled(error);
  if (code === "Neo.ClientError.Statement.AccessMode" || code === "Neo.ClientError.Security.Forbidden") {
    return new QueryRefused({ operation: "Query refused", fault, remedy: "only reading is allowed here", position: place, cause: error });
  }
  if (code.startsWith("Neo.ClientError.Security."))
    return unavailable(fault, "check NEO4J_USER, NEO4J_PASSWORD and the rights of the user", error);
  if (code === "Neo.ClientError.Database.DatabaseNotFound") return unavailable(fault, "check NEO4J_DATABASE", error);
  if (/OutOfMemory|MemoryLimit/.test(code)) {
    return new QueryInvalid({
      operation: "Query stopped",
      fault: "it needs more memory than the server gives",
      remedy: "ask for less at once",
      cause: error,
    });
  }
  if (isFaultOfQuery(code))
    return new QueryInvalid({ operation: notRun, fault, remedy: "correct the query", position: place, cause: error });
  if (/acquisition timed out/i.test(error.message)) return unavailable("every connection is busy", "try again in a moment", error);
  return unavailable(fault, "see that the server at NEO4J_URI runs and answers", error);
}

export const timedOut = (cause?: unknown) =>
  new QueryTimedOut({ operation: "Query stopped", fault: "its time is up", remedy: "narrow it, or give it more time", cause });

export const cancelled = (cause?: unknown) =>
  new QueryCancelled({
    operation: "Query stopped",
    fault: "it was cancelled",
    remedy: "run it again if its answer is still wanted",
    cause,
  });

const unavailable = (fault: string, remedy: string, cause: unknown) =>
  new StoreUnavailable({ operation: "Asking Neo4j", fault, remedy, cause });

const isFaultOfQuery = (code: string): boolean =>
  /^Neo\.(ClientError\.(Statement|Procedure|Schema|Transaction|Request)|DatabaseError\.Statement)\./.test(code);

/** The first line without the place, which travels as a position. */
function faultOf({ message, code }: Neo4jError): string {
  const [line = ""] = message.split("\n");
  return line.replace(placePattern, "").trim().replace(/\.$/, "") || code;
}

const placePattern = /\(line \d+, column \d+ \(offset: (\d+)\)\)/;

function placeOf(message: string, text: string, prefix: string): QueryPosition | null {
  const offset = placePattern.exec(message)?.[1];
  return offset === undefined ? null : positionAt(text, Math.min(Math.max(0, Number(offset) - prefix.length), text.length));
}
