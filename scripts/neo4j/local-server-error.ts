/** A local Neo4j cannot be had or will not start. The message says what was tried, what went wrong and what to do. */
export class LocalServerError extends Error {
  constructor({ operation, fault, remedy, cause }: { operation: string; fault: string; remedy: string; cause?: unknown }) {
    super(`${operation}: ${fault}; ${remedy}`, { cause });
    this.name = "LocalServerError";
  }
}
