import { EdgeCells } from "./edge-cells.ts";
import { grown, type LoadedGraph } from "./loaded-graph.ts";
import { type NodeCounts, NodeTally } from "./node-tally.ts";
import { followEdges, nothingPresent, type Presence } from "./present-edges.ts";

/** What is on the canvas under clocks and trust, counted, and kept up by what differs from the last time that somebody asked. */
export class CanvasTally {
  readonly cells = new EdgeCells();
  /** Present edges by cell. */
  perCell = new Uint32Array(0);
  /** Present edges by node. */
  #links = new Uint32Array(0);
  #present: Presence = nothingPresent;
  /** Whether a node has to keep an edge to stay. */
  #isFiltered = false;
  #nodeCount = 0;
  readonly #nodes = new NodeTally();

  /** Makes room for so many in all. */
  reserve(nodes: number, edges: number): void {
    this.cells.reserve(edges);
    this.#links = grown(this.#links, nodes);
    this.#nodes.reserve(nodes);
  }

  /** Brings the counts to these marks and bits; `isFiltered`: clocks or trust have a part in the bits. */
  update(graph: LoadedGraph, shown: Uint8Array, mask: { edges: Uint32Array; isFiltered: boolean } | null): void {
    const last = this.#present;
    const bits = mask?.edges ?? null;
    const isFiltered = mask?.isFiltered ?? false;
    if (shown === last.shown && bits === last.bits && graph.edgeCount === last.edges && graph.nodeCount === this.#nodeCount) return;
    this.cells.extend(graph);
    this.perCell = grown(this.perCell, this.cells.count);
    this.#links = grown(this.#links, graph.nodeCount);
    const [perCell, links, nodes] = [this.perCell, this.#links, this.#nodes];
    const cellOf = this.cells.of;
    const { source, target } = graph.edges;
    this.#present = { shown, bits, edges: graph.edgeCount };
    this.#nodeCount = graph.nodeCount;
    if (isFiltered !== this.#isFiltered) nodes.forget();
    this.#isFiltered = isFiltered;
    const link = (node: number, more: 1 | -1): void => {
      const before = links[node] as number;
      links[node] = before + more;
      if (before === 0 || before + more === 0) nodes.touch(node);
    };
    followEdges(graph, last, this.#present, {
      forget: () => {
        perCell.fill(0);
        links.fill(0);
        nodes.forget();
      },
      moved: (node) => nodes.touch(node),
      add: (edge, more) => {
        const cell = cellOf[edge] as number;
        perCell[cell] = (perCell[cell] as number) + more;
        link(source[edge] as number, more);
        link(target[edge] as number, more);
      },
    });
  }

  /** Nodes by kind; and bits of the shown ones that keep no edge, which are not drawn under clocks or trust. */
  nodes(graph: LoadedGraph): NodeCounts {
    return this.#nodes.count(graph, { shown: this.#present.shown, links: this.#isFiltered ? this.#links : null });
  }
}

/** By the list of names, which lives as long as the loaded graph. */
const kept = new WeakMap<readonly string[], CanvasTally>();

export function canvasTally({ nodes }: LoadedGraph): CanvasTally {
  const known = kept.get(nodes.id) ?? new CanvasTally();
  kept.set(nodes.id, known);
  return known;
}
