import { createStore } from "zustand/vanilla";
import type { CypherResult } from "#graph/model/cypher-result.ts";
import type { ShownCypher } from "#graph/model/subgraph.ts";
import { remembered } from "./preferences.ts";
import { screen } from "./screen.ts";

export interface PastQuery {
  query: string;
  parameters: string;
  /** ISO date-time of the last run. */
  at: string;
}

export interface WorkbenchState {
  query: string;
  /** JSON text as typed. */
  parameters: string;
  /** Counts the times a query came from outside, so that the editor takes it over. */
  given: number;
  running: { startedAt: number; cancel(): void } | null;
  result: CypherResult | null;
  /** The query that `result` answers. */
  resultQuery: string | null;
  error: unknown;
  /** Asks the editor to run what it holds as soon as it is there. */
  runWhenReady: boolean;
  history: readonly PastQuery[];
}

const historyName = "atlas.queries";
const historyLimit = 100;

/** What storage holds may come from an older version: anything unexpected is left out. */
export function parseHistory(text: string | null): PastQuery[] {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    if (!Array.isArray(parsed)) return [];
    return parsed.filter(
      (one): one is PastQuery => typeof one?.query === "string" && typeof one?.parameters === "string" && typeof one?.at === "string",
    );
  } catch {
    return [];
  }
}

export const workbench = createStore<WorkbenchState>(() => ({
  query: "MATCH (n:Entity)\nRETURN n.kind AS kind, count(*) AS entities\nORDER BY entities DESC",
  parameters: "{}",
  given: 0,
  running: null,
  result: null,
  resultQuery: null,
  error: null,
  runWhenReady: false,
  history: parseHistory(remembered.read(historyName)),
}));

/** Newest first; a query that was asked before moves up. */
export function remember(query: string, parameters: string, at: Date): void {
  const rest = workbench.getState().history.filter((one) => one.query !== query || one.parameters !== parameters);
  const history = [{ query, parameters, at: at.toISOString() }, ...rest].slice(0, historyLimit);
  remembered.write(historyName, JSON.stringify(history));
  workbench.setState({ history });
}

export function openInWorkbench(cypher: ShownCypher, { run = false } = {}): void {
  workbench.setState((state) => ({
    query: cypher.query.trim(),
    parameters: JSON.stringify(cypher.parameters, null, 2),
    given: state.given + 1,
    runWhenReady: run,
  }));
  screen.setState({ workbench: true });
}

/** Parameters as typed; a message instead when they are no JSON object. */
export function parseParameters(text: string): { parameters: ShownCypher["parameters"] } | { problem: string } {
  try {
    const parsed: unknown = JSON.parse(text.trim() === "" ? "{}" : text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return { problem: "{ }" };
    return { parameters: parsed as ShownCypher["parameters"] };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
