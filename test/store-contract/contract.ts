import { describe, expect, it } from "vitest";
import type { GraphStore } from "#graph/store/store.ts";
import { analysisContract } from "./analysis.ts";
import { crashContract } from "./crash.ts";
import { limitsContract } from "./limits.ts";
import { preparingContract } from "./preparing.ts";
import { readingContract } from "./reading.ts";
import { refusingContract } from "./refusing.ts";
import { stagingContract } from "./staging.ts";
import { writingContract } from "./writing.ts";

/** How another process opens the same store; an argument of `writer-that-dies.ts`. */
export type StorePlace =
  | { engine: "embedded"; folder: string }
  | { engine: "neo4j"; uri: string; user: string; password: string; database?: string };

export interface StoreUnderTest {
  /** Empty when it comes. */
  readonly store: GraphStore;
  readonly place: StorePlace;
  /** Opens the same data again, after `store` was closed or died. */
  reopen(): Promise<GraphStore>;
  /** Texts of the queries that the engine works on now, where it can tell. */
  running?(): Promise<string[]>;
  /** Removes what `open` made; the store is closed by then. */
  dispose?(): Promise<void>;
}

/** A test that an engine cannot pass, by its title, and why. */
export interface Deviation {
  readonly test: string;
  readonly reason: string;
}

export type Open = () => Promise<StoreUnderTest>;
/** Registers a test of the contract, or a skipped one where the engine deviates. */
export type Test = (title: string, body: () => Promise<void>, timeoutMs?: number) => void;

/** What every store must do. Each section opens a store of its own; `missing` skips everything and says why. */
export function storeContract(name: string, open: Open, deviations: readonly Deviation[] = [], missing?: string): void {
  const unused = new Set(deviations);
  const test: Test = (title, body, timeoutMs) => {
    const deviation = deviations.find((it) => it.test === title);
    if (deviation) {
      unused.delete(deviation);
      it.skip(`${title} (deviates: ${deviation.reason})`, body);
    } else it(title, body, timeoutMs);
  };
  describe.skipIf(missing !== undefined)(missing === undefined ? `${name} keeps the store's contract` : `${name}: ${missing}`, () => {
    describe("reading", () => readingContract(open, test));
    describe("analysis in Cypher", () => analysisContract(open, test));
    describe("writing", () => writingContract(open, test));
    describe("staging", () => stagingContract(open, test));
    describe("refusing to write on the read path", () => refusingContract(open, test));
    describe("limits", () => limitsContract(open, test));
    describe("preparing and explaining", () => preparingContract(open, test));
    describe("crashes and other processes", () => crashContract(open, test));
    it("deviates only in tests that exist", () => expect([...unused]).toEqual([]));
  });
}
