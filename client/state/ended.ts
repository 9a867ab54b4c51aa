import type { LoadedGraph } from "./loaded-graph.ts";
import { isBundle } from "./stack-rows.ts";

/** Whether a statement held once and no longer does on a day (days since 1970), whichever moment a clock shows. A bundle stands for several. */
export const hasEnded = (graph: LoadedGraph, edge: number, today: number): boolean =>
  (graph.edges.to[edge] as number) < today && !isBundle(graph, edge);
