import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { type AtlasStore, type Frame, positionsOf } from "./atlas.ts";
import * as explore from "./exploration.ts";
import { grown, type LoadedGraph, Merging } from "./loaded-graph.ts";
import { inPieces } from "./pieces.ts";
import { Seats } from "./seats.ts";
import { bringIn } from "./slices/left-out.ts";

/** Rows that are taken in between two looks at the clock. */
const rowsAtOnce = 200;

/**
 * Takes pages of the overview into the loaded graph and finds places for what is new, in small pieces: the canvas is used meanwhile, and
 * what is moved or opened there stays as it is.
 */
export class Newcomers {
  readonly #store: AtlasStore;
  readonly #now: () => number;
  /** Everything may be fetched anew meanwhile: rows of that graph have other numbers. */
  readonly #rows: LoadedGraph["nodes"];
  readonly #places: PlaceColumn;
  /** The positions that are part of `places`. */
  #known: PlaceColumn;
  readonly #seats: Seats;
  /** 1 for a node that has come with one of the pages: what is hidden by hand after that stays hidden. */
  #came = new Uint8Array(0);
  /** Statements that have come with one of the pages, whether they were loaded before or not. */
  readonly #edges: number[] = [];

  constructor(store: AtlasStore, now: () => number) {
    this.#store = store;
    this.#now = now;
    const state = store.getState();
    this.#rows = state.graph.nodes;
    this.#known = positionsOf(state);
    this.#places = this.#known.copy();
    this.#seats = new Seats(this.#known, state.graph.nodeCount);
  }

  /** The nodes of these pages that are new to the picture, each with a place. */
  async takeIn(pages: readonly Subgraph[]): Promise<number[]> {
    const found: number[] = [];
    for (const page of pages) {
      const merging = new Merging(this.#store.getState().graph, page);
      await inPieces(() => this.#isGone || merging.step(this.#store.getState().graph, rowsAtOnce), this.#now);
      if (this.#isGone) return [];
      const { exploration } = this.#store.getState().history.present;
      if (exploration.leftOut !== null) for (const edge of merging.merged.edges) this.#edges.push(edge);
      const nodes = merging.merged.nodes.filter((node) => this.#came[node] !== 1);
      this.#makeRoom();
      for (const node of nodes) this.#came[node] = 1;
      await this.#seat(nodes);
      for (const node of nodes) found.push(node);
    }
    return found;
  }

  async #seat(nodes: readonly number[]): Promise<void> {
    let seated = 0;
    const step = (): boolean => {
      if (this.#isGone) return true;
      this.#follow();
      const some = nodes.slice(seated, seated + rowsAtOnce);
      this.#seats.place(this.#store.getState().graph, this.#places, some);
      seated += some.length;
      return seated >= nodes.length;
    };
    await inPieces(step, this.#now);
  }

  /** A frame with these nodes on the canvas. */
  frame(before: Frame, nodes: readonly number[]): Frame {
    this.#follow();
    const positions = this.#places.copy();
    this.#known = positions;
    const leftOut = bringIn(before.exploration.leftOut, this.#edges.splice(0));
    return { ...before, exploration: { ...explore.show(before.exploration, nodes), leftOut }, positions };
  }

  get #isGone(): boolean {
    return this.#store.getState().graph.nodes !== this.#rows;
  }

  /** Somebody moved something, or a layout did. */
  #follow(): void {
    this.#makeRoom();
    const positions = positionsOf(this.#store.getState());
    if (positions === this.#known) return;
    this.#known = positions;
    this.#places.putAll(positions);
  }

  #makeRoom(): void {
    const { nodeCount } = this.#store.getState().graph;
    if (this.#came.length >= nodeCount) return;
    this.#came = grown(this.#came, nodeCount);
  }
}
