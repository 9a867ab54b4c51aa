import { nameOf, tokenize } from "../cypher/lexer.ts";
import { positionAt } from "../cypher/position.ts";
import { QueryInvalid, type QueryPosition, QueryRefused, type StoreError, StoreUnavailable } from "../store.ts";
import type { Translation } from "./dialect.ts";
import type { EngineFault } from "./protocol.ts";

/** The first line of what the engine says, without its codes and excerpt. */
function plainMessage(message: string): string {
  const [line = message] = message.split("\n");
  return line
    .replace(/^(?:Query|Database) error: /, "")
    .replace(/^GRAFEO-\w+: /, "")
    .replace(/^(?:syntax|semantic) error: /, "")
    .replace(/^\[Cypher\] /, "");
}

function placeOf({ message, line, column }: EngineFault, text: string, translation: Translation): QueryPosition | null {
  if (line !== null && column !== null) return positionAt(text, translation.sourceOffset(line, column));
  const named = /(?:variable|function|procedure|parameter)\s+'([^']+)'/i.exec(message)?.[1];
  if (named === undefined) return null;
  const last = named.split(".").at(-1);
  const token = tokenize(text).find((candidate) => candidate.kind !== "string" && nameOf(candidate) === last);
  return token === undefined ? null : positionAt(text, token.offset);
}

/** So the engine ends where the rows of one portion become too many from one hop to the next; a query after it is answered again. */
export const isTooManyAtOnce = ({ message }: EngineFault): boolean => /panicked.*MAX_CAPACITY/.test(plainMessage(message));

/** The store's error for a fault that the engine reports, with its place in `text`, the query as it was given. */
export function faultToError(fault: EngineFault, text: string, translation: Translation): StoreError {
  const detail = plainMessage(fault.message);
  if (isTooManyAtOnce(fault))
    return new QueryRefused({
      operation: "Query not run",
      fault: "one hop of its pattern makes more rows at once than the embedded engine can hold",
      remedy: "name labels and relationship types, or take the pattern apart: a path that is given no name can be walked hop by hop",
    });
  if (fault.kind === "refused")
    return new QueryRefused({ operation: "Query refused", fault: detail, remedy: "only reading clauses may be used" });
  if (fault.kind === "unavailable")
    return new StoreUnavailable({ operation: "Running a query", fault: detail, remedy: "see the log and try again" });
  return new QueryInvalid({
    operation: "Query not run",
    fault: detail,
    remedy: /constraint violation/i.test(detail)
      ? "give it another value, or change what holds this one"
      : "correct the query; the embedded engine does not know every part of Cypher",
    position: placeOf(fault, text, translation),
  });
}
