import type { ELK, ElkNode } from "elkjs/lib/elk-api.js";

export interface LayeredNode {
  row: number;
  radius: number;
  /** Column that it must stand in. */
  column: number;
}

let engine: Promise<ELK> | null = null;

/** In a browser elk runs in a worker of its own: its script would take over the messages of the worker that calls it. */
async function start(): Promise<ELK> {
  if (typeof Worker === "undefined") return new (await import("elkjs/lib/elk.bundled.js")).default() as ELK;
  const [{ default: Elk }, { default: url }] = await Promise.all([
    import("elkjs/lib/elk-api.js"),
    import("elkjs/lib/elk-worker.min.js?url"),
  ]);
  return new Elk({ workerFactory: () => new Worker(url) });
}

/** Wide enough for a name below the node. */
const width = 104;
const height = 50;

/**
 * Columns from left to right, as few crossings as elk finds. Answers the middle of each node, by row, y downwards. After Sugiyama, Tagawa and
 * Toda, "Methods for visual understanding of hierarchical system structures" (1981), as Eclipse Layout Kernel does it.
 */
export async function layered(
  nodes: readonly LayeredNode[],
  edges: readonly (readonly [number, number])[],
): Promise<Map<number, { x: number; y: number }>> {
  engine ??= start();
  const graph: ElkNode = {
    id: "lane",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.partitioning.activate": "true",
      "elk.separateConnectedComponents": "false",
      "elk.spacing.nodeNode": "8",
      "elk.layered.spacing.nodeNodeBetweenLayers": "56",
      "elk.layered.crossingMinimization.thoroughness": "10",
      "elk.randomSeed": "1",
    },
    children: nodes.map(({ row, radius, column }) => ({
      id: String(row),
      width: Math.max(width, 2 * radius),
      height: Math.max(height, 2 * radius + 22),
      layoutOptions: { "elk.partitioning.partition": String(column) },
    })),
    edges: edges.map(([from, to], at) => ({ id: `e${at}`, sources: [String(from)], targets: [String(to)] })),
  };
  const answer = await (await engine).layout(graph);
  return new Map(
    (answer.children ?? []).map(({ id, x = 0, y = 0, width: w = 0, height: h = 0 }) => [Number(id), { x: x + w / 2, y: y + h / 2 }]),
  );
}
