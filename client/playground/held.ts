import Sigma from "sigma";
import { PlaceColumn } from "#client/columns/place-column.ts";
import { rowsFrom } from "../panels/canvas/rows.ts";
import { createGraphCanvas, type DrawnGraph } from "../rendering/graph-canvas.ts";
import { emptyGraph, mergeSubgraph } from "../state/loaded-graph.ts";
import { ServedGraph } from "./app/served-graph.ts";
import { generate } from "./generate.ts";
import { pause } from "./measure.ts";
import { untouchedGraph } from "./untouched.ts";

declare global {
  interface Window {
    held?: {
      /** Makes up a graph, which stays whatever is built of it. */
      make(nodes: number, edges: number): void;
      /** Builds it once: with ids, names, sources and adjacency, and drawn. Nothing of it is let go. */
      ours(): Promise<void>;
      untouched(): Promise<void>;
    };
  }
}

const page = 5_000;
const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
/** What was built stays within reach of the page. */
const kept: unknown[] = [];
let served: ServedGraph | null = null;

const made = (): DrawnGraph => {
  if (served === null) throw new Error("Bench refused: make a graph first.");
  return served.graph;
};

window.held = {
  make: (nodes, edges) => {
    served = new ServedGraph(generate({ nodes, edges, seed: 3 }));
  },
  ours: async () => {
    const { positions, nodes } = made();
    const graph = emptyGraph();
    for (let from = 0; from < nodes.id.length; from += page) mergeSubgraph(graph, (served as ServedGraph).page(from, page));
    const canvas = createGraphCanvas({
      container: element("ours"),
      theme: "light",
      language: "zh",
      reducedMotion: true,
      onEvent: () => undefined,
    });
    canvas.setGraph(rowsFrom(graph, PlaceColumn.of(positions), { nodes: 0, edges: 0 }));
    kept.push(graph, canvas);
    await pause(1000);
  },
  untouched: async () => {
    const graph = untouchedGraph(made());
    kept.push(graph, new Sigma(graph, element("untouched")));
    await pause(1000);
  },
};
