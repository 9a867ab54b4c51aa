import { graphOf } from "#client/playground/scene.ts";
import { Adjacency } from "#client/rendering/adjacency.ts";
import { EdgeColumns, NodeColumns } from "#client/rendering/columns.ts";
import type { Drawn } from "#client/rendering/emphasis.ts";
import type { DrawnGraph, Filters } from "#client/rendering/graph-canvas.ts";
import type { View } from "#client/rendering/view.ts";
import { Visibility } from "#client/rendering/visibility.ts";
import { Wear } from "#client/rendering/wear.ts";

export const nothingHidden: Filters = {
  hiddenKinds: new Set(),
  hiddenTypes: new Set(),
  hiddenStatus: new Set(),
  minConfidence: 0,
  shownNodes: null,
};

/** Two companies, a park and a project in a square of 200 units; two parallel edges, one inferred weakly, one symmetric. */
export const square = (): DrawnGraph =>
  graphOf(
    [
      ["甲", "Company", 0, 0],
      ["乙", "Company", 200, 0],
      ["丙", "Park", 0, 200, 5],
      ["丁", "Project", 200, 200],
    ],
    [
      [0, "SUBSIDIARY_OF", 1],
      [1, "PARTNERS_WITH", 0],
      [0, "LOCATED_IN", 2, "inferred", 0.5],
      [0, "BUILDS", 3],
    ],
  );

/** So many companies so close together that their names cannot all be read. */
export const heap = (count: number): DrawnGraph =>
  graphOf(
    Array.from({ length: count }, (_, at) => [`企业名称${at}`, "Company", 100 + (at % 8) * 24, 60 + Math.floor(at / 8) * 24] as const),
    [],
  );

export function drawnFrom(graph: DrawnGraph): Drawn {
  const drawn: Drawn = {
    nodes: new NodeColumns(),
    edges: new EdgeColumns(),
    adjacency: new Adjacency(),
    visibility: new Visibility(),
    wear: new Wear(),
  };
  drawn.nodes.append(graph.nodes, graph.positions);
  drawn.edges.append(graph.edges);
  drawn.adjacency.extend(drawn.edges, drawn.nodes);
  return drawn;
}

/** 400 × 400 CSS pixels at 100 %, the middle of the square in the middle. */
export const view: View = { x: 100, y: 100, scale: 1, width: 400, height: 400, dpr: 1 };
