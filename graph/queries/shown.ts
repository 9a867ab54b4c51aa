import type { ShownCypher } from "#graph/model/subgraph.ts";

/** The query that a reader can run to get the same nodes and edges. Parameters must be JSON. */
export const shown = (query: string, parameters: Readonly<Record<string, unknown>> = {}): ShownCypher => ({
  query,
  parameters: parameters as ShownCypher["parameters"],
});
