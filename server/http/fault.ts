import type { ErrorCode } from "#graph/model/error-codes.ts";
import type { QueryPosition } from "#graph/store/store.ts";

export interface FaultDetail {
  path?: string;
  message: string;
  position?: QueryPosition;
}

/** An answer that is an error: its status and what the one envelope says. */
export interface Fault {
  status: number;
  code: ErrorCode;
  message: string;
  remedy: string;
  details: FaultDetail[];
  /** Seconds after which a further attempt makes sense. */
  retryAfter?: number;
}

/** A fault that the HTTP layer itself finds. */
export class HttpFault extends Error {
  readonly fault: Fault;
  constructor(fault: Omit<Fault, "details"> & { details?: FaultDetail[] }) {
    super(fault.message);
    this.name = "HttpFault";
    this.fault = { details: [], ...fault };
  }
}
