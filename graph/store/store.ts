import type { Notification, Value } from "#graph/model/cypher-result.ts";

/** Cypher that both engines run unchanged: values as parameters, every RETURN item aliased. */
export interface CypherQuery {
  readonly text: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface ReadLimits {
  /** Rows kept; one more is asked for, so `truncated` is exact. Default 10,000. */
  readonly rows?: number;
  /** Default 10,000. */
  readonly timeoutMs?: number;
  /** Aborting stops the work in the engine, not only the waiting. */
  readonly signal?: AbortSignal;
  /** `user`: typed by a person. Guarded by grammar, and run where it can neither write nor slow the application's own reads. */
  readonly origin?: "application" | "user";
  /**
   * Takes the rows, some thousands at a time, instead of their being kept: the result has none. Rows of plain values only. A read that
   * breaks off after its first rows fails, and is not tried again.
   */
  readonly onRows?: (rows: Value[][]) => void;
}

export interface ReadResult {
  readonly columns: string[];
  /** Row-major; values as JSON, see `Value`. */
  readonly rows: Value[][];
  readonly truncated: boolean;
  readonly elapsedMs: number;
  readonly notifications: Notification[];
}

export interface QueryPlan {
  /** The engine's own plan as a tree of operators; empty children on an engine that does not tell. */
  readonly plan: PlanNode;
  readonly notifications: Notification[];
}
export interface PlanNode {
  readonly operator: string;
  readonly details: string;
  readonly estimatedRows: number | null;
  readonly children: PlanNode[];
}

export interface WriteTransaction {
  /** Runs one statement in the transaction; reads see its earlier writes. */
  run(query: CypherQuery): Promise<ReadResult>;
}

export interface StoreDescription {
  readonly engine: "embedded" | "neo4j";
  readonly version: string;
}

/**
 * A graph database that holds the atlas. Two implementations, one contract suite (`test/store-contract`).
 * Errors: QueryRefused, QueryTimedOut, QueryCancelled, QueryInvalid, StoreUnavailable, StoreLocked.
 */
export interface GraphStore {
  /** Runs Cypher that may not write: refused by grammar before the engine, and by access mode or rollback in it. */
  read(query: CypherQuery, limits?: ReadLimits): Promise<ReadResult>;
  /** Plan and notifications without running. Same refusals as `read`. */
  explain(query: CypherQuery): Promise<QueryPlan>;
  /** All of `work` or nothing. At most one at a time; later ones wait. A throw rolls back and is passed on. */
  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  /**
   * A change larger than a transaction can hold, all or nothing to readers and across a crash: the engine changes a copy and
   * swaps it in at the end. Absent where the engine cannot; the caller then journals its batches.
   */
  readonly stage?: <T>(work: (transaction: WriteTransaction) => Promise<T>) => Promise<T>;
  /**
   * Copies what is stored into a folder that is made for it, as the engine's own files. Waits for a write under way. Absent where
   * the files are another server's.
   */
  readonly copyTo?: (folder: string) => Promise<void>;
  /** Keeps what is stored before a change set is applied; set by who opened the store for use (graph/changes/backup). */
  readonly backup?: () => Promise<void>;
  /** Indexes and uniqueness that the atlas relies on; idempotent. */
  prepare(): Promise<void>;
  describe(): Promise<StoreDescription>;
  close(): Promise<void>;
}

interface Fault {
  /** What was tried. */
  operation: string;
  /** What went wrong. */
  fault: string;
  /** What to do about it. */
  remedy: string;
  cause?: unknown;
}

export class StoreError extends Error {
  readonly fault: string;
  readonly remedy: string;
  constructor({ operation, fault, remedy, cause }: Fault) {
    super(`${operation}: ${fault}; ${remedy}`, { cause });
    this.name = new.target.name;
    this.fault = fault;
    this.remedy = remedy;
  }
}

/** Where in a query: offset from 0 in UTF-16 code units, line and column from 1. */
export interface QueryPosition {
  offset: number;
  line: number;
  column: number;
}

/** The guard does not let it through: a write, LOAD CSV, a procedure off the allow-list. */
export class QueryRefused extends StoreError {
  readonly position: QueryPosition | null;
  constructor(fault: Fault & { position?: QueryPosition | null }) {
    super(fault);
    this.position = fault.position ?? null;
  }
}
/** The engine does not understand it, or a parameter is missing. */
export class QueryInvalid extends StoreError {
  readonly position: QueryPosition | null;
  constructor(fault: Fault & { position?: QueryPosition | null }) {
    super(fault);
    this.position = fault.position ?? null;
  }
}
export class QueryTimedOut extends StoreError {}
export class QueryCancelled extends StoreError {}
/** The engine does not answer; a later call may succeed without a restart. */
export class StoreUnavailable extends StoreError {}
/** Another process holds the embedded store. */
export class StoreLocked extends StoreError {
  readonly holder: { pid: number; command: string } | null;
  constructor(fault: Fault & { holder?: { pid: number; command: string } | null }) {
    super(fault);
    this.holder = fault.holder ?? null;
  }
}
