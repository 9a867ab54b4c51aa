import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { EdgeCells } from "./edge-cells.ts";
import { grown, type LoadedGraph } from "./loaded-graph.ts";
import { followEdges, nothingPresent, type Presence } from "./present-edges.ts";

/** What is on the canvas under clocks and trust, counted, and kept up by what differs from the last time that somebody asked. */
export class CanvasTally {
  readonly cells = new EdgeCells();
  /** Present edges by cell. */
  perCell = new Uint32Array(0);
  /** Present edges by node. */
  #links = new Uint32Array(0);
  #present: Presence = nothingPresent;
  #nodeCount = 0;
  #nodes: { byKind: Uint32Array; masked: Uint32Array | null } | null = null;

  /** Brings the counts to these marks and bits. */
  update(graph: LoadedGraph, shown: Uint8Array, bits: Uint32Array | null): void {
    const last = this.#present;
    if (shown === last.shown && bits === last.bits && graph.edgeCount === last.edges && graph.nodeCount === this.#nodeCount) return;
    this.#nodes = null;
    this.cells.extend(graph);
    this.perCell = grown(this.perCell, this.cells.cells.length);
    this.#links = grown(this.#links, graph.nodeCount);
    const [perCell, links] = [this.perCell, this.#links];
    const cellOf = this.cells.of;
    const { source, target } = graph.edges;
    this.#present = { shown, bits, edges: graph.edgeCount };
    this.#nodeCount = graph.nodeCount;
    followEdges(graph, last, this.#present, {
      forget: () => {
        perCell.fill(0);
        links.fill(0);
      },
      add: (edge, more) => {
        const cell = cellOf[edge] as number;
        const [from, to] = [source[edge] as number, target[edge] as number];
        perCell[cell] = (perCell[cell] as number) + more;
        links[from] = (links[from] as number) + more;
        links[to] = (links[to] as number) + more;
      },
    });
  }

  /** Nodes by kind; and bits of the shown ones that keep no edge, which are not drawn under clocks or trust. One pass over the nodes. */
  nodes({ nodes, nodeCount }: LoadedGraph): { byKind: Uint32Array; masked: Uint32Array | null } {
    if (this.#nodes !== null) return this.#nodes;
    const { shown, bits } = this.#present;
    const byKind = new Uint32Array(entityKinds.length);
    const masked = bits === null ? null : new Uint32Array((nodeCount + 31) >>> 5);
    for (let node = 0; node < nodeCount; node++) {
      if (shown[node] !== 1) continue;
      const kind = nodes.kind[node] as number;
      if (masked !== null && this.#links[node] === 0) masked[node >>> 5] = (masked[node >>> 5] as number) | (1 << (node & 31));
      else byKind[kind] = (byKind[kind] as number) + 1;
    }
    this.#nodes = { byKind, masked };
    return this.#nodes;
  }
}

/** By the list of names, which lives as long as the loaded graph. */
const kept = new WeakMap<readonly string[], CanvasTally>();

export function canvasTally({ nodes }: LoadedGraph): CanvasTally {
  const known = kept.get(nodes.id) ?? new CanvasTally();
  kept.set(nodes.id, known);
  return known;
}
