import { bendParallel } from "./bends.ts";
import type { Drawn } from "./emphasis.ts";
import type { DrawnGraph, Filters } from "./interface.ts";
import type { Layer } from "./layer.ts";

/** Takes new rows into the columns and into what is derived of them; what is there already is looked at where it changes only. */
export class Growth {
  private readonly bent = new Set<number>();
  private readonly drawn: Drawn;
  private readonly layer: Layer;

  constructor(drawn: Drawn, layer: Layer) {
    this.drawn = drawn;
    this.layer = layer;
  }

  /** Answers the first of the new nodes. */
  add(part: DrawnGraph, filters: Filters): number {
    const { nodes, edges, adjacency, visibility, wear } = this.drawn;
    const [firstNode, firstEdge] = [nodes.count, edges.count];
    nodes.append(part.nodes, part.positions);
    edges.append(part.edges);
    adjacency.extend(edges, nodes);
    this.bend(firstEdge);
    visibility.set(filters, nodes);
    wear.dress(nodes, firstNode);
    this.layer.setWorn(wear.worn(nodes));
    return firstNode;
  }

  /** Another graph is to come. */
  clear(): void {
    const { nodes, edges, adjacency, visibility, wear } = this.drawn;
    nodes.clear();
    edges.clear();
    adjacency.clear();
    visibility.forgetSingleNodes();
    wear.forget();
    this.bent.clear();
  }

  /** Makes the room that later rows will need. */
  growAhead(): void {
    const { nodes, edges, adjacency } = this.drawn;
    const grown = [nodes.growAhead(), edges.growAhead()];
    if (!grown.includes(true)) return;
    adjacency.reserve(nodes.room, edges.room);
    this.layer.upload(this.drawn);
  }

  private bend(firstEdge: number): void {
    const newlyBent = bendParallel(this.drawn, firstEdge);
    for (const edge of newlyBent) this.bent.add(edge);
    if (firstEdge === 0 || newlyBent.length > 0) this.layer.setBent([...this.bent]);
  }
}
