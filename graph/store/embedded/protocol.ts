import type { Value } from "#graph/model/cypher-result.ts";
import type { EntityKind } from "./entity-columns.ts";

/** What the store asks of the process that hosts the engine. Text is in the engine's own dialect. */
export type EngineRequest =
  | { kind: "open"; path: string; memoryLimitMb: number }
  /** Runs in a transaction of its own that is always rolled back; rows beyond `rows` are dropped. */
  | {
      kind: "read";
      text: string;
      parameters: Record<string, unknown>;
      rows: number;
      entities: readonly (EntityKind | null)[];
      /** The rows come in messages of at most so many before the answer, which has none. */
      portion?: number;
    }
  | { kind: "explain"; text: string }
  | { kind: "begin" }
  | { kind: "run"; text: string; parameters: Record<string, unknown>; entities: readonly (EntityKind | null)[] }
  | { kind: "commit" }
  | { kind: "rollback" }
  /** A statement outside any transaction: definitions of indexes. */
  | { kind: "define"; text: string }
  /** Writes the log into the main file, so that a copy of the files opens fast. */
  | { kind: "checkpoint" }
  | { kind: "close" };

export interface EngineRows {
  columns: string[];
  rows: Value[][];
}

export interface EngineReplies {
  open: { version: string; nodes: number };
  read: EngineRows;
  explain: { plan: string; labels: string[]; types: string[] };
  begin: null;
  run: EngineRows;
  commit: null;
  rollback: null;
  define: null;
  checkpoint: null;
  close: null;
}

/** `refused`: the engine counted a write on the read path. `unavailable`: not a fault of the query. */
export interface EngineFault {
  kind: "invalid" | "refused" | "unavailable";
  message: string;
  /** In the text that the engine was given, from 1. */
  line: number | null;
  column: number | null;
}

export type ToEngine = { id: number; request: EngineRequest };
export type FromEngine =
  | { id: number; portion: Value[][] }
  | { id: number; value: EngineReplies[EngineRequest["kind"]] }
  | { id: number; fault: EngineFault };
