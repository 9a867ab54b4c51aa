import { useCallback, useRef } from "react";
import type { Sliced } from "#client/slices/in-slices.ts";
import { useSliced } from "#client/slices/use-sliced.ts";
import { useAtlasLater, useExplorationLater } from "#client/state/context.tsx";
import type { Exploration } from "#client/state/exploration.ts";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import { filterMasks, isEdgeVisible, isNodeVisible, sameFilters } from "#client/state/visible.ts";
import type { Column, TableContext } from "./column.ts";
import { matching, ordered, type Sorting } from "./order.ts";

/** What is drawn, as rows, and the drawn edges by node. */
export interface DrawnRows {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly base: Pick<TableContext, "graph" | "exploration" | "evidence" | "links">;
}

/** Rows after which somebody else may have a turn. */
const portion = 2048;

/** Looked through anew when the picture changes, in slices; a selection changes none of it and costs nothing here. */
export function useDrawnRows(): { value: DrawnRows | null; pending: boolean } {
  const graph = useAtlasLater((state) => state.graph);
  const exploration = useUnselected();
  return useSliced(useCallback(() => drawnRows(graph, exploration), [graph, exploration]));
}

export function* drawnRows(graph: LoadedGraph, exploration: Exploration): Sliced<DrawnRows> {
  const masks = filterMasks(graph, exploration);
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (isNodeVisible(graph, exploration, masks, node)) nodes.push(node);
    if (node % portion === 0) yield;
  }
  const links = new Uint32Array(graph.nodeCount);
  const edges: number[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (edge % portion === 0) yield;
    if (!isEdgeVisible(graph, exploration, masks, edge)) continue;
    edges.push(edge);
    const source = graph.edges.source[edge] as number;
    const target = graph.edges.target[edge] as number;
    links[source] = (links[source] as number) + 1;
    links[target] = (links[target] as number) + 1;
  }
  return { nodes, edges, base: { graph, exploration, evidence: masks.evidence, links } };
}

export interface Wanted {
  readonly columns: readonly Column[];
  /** All there are, among which the sorting names one. */
  readonly all: readonly Column[];
  readonly asked: string;
  readonly sorting: Sorting;
}

/** Rows that hold what was typed, in their order, with the context that they were read in: a row is never told with another one's numbers. */
export function useListed(
  rows: readonly number[],
  context: TableContext | null,
  { columns, all, asked, sorting }: Wanted,
): { value: { rows: readonly number[]; context: TableContext } | null; pending: boolean } {
  return useSliced(
    useCallback(
      function* () {
        if (context === null) return null;
        const found = yield* matching(rows, context, columns, asked);
        const column = all.find(({ id }) => id === sorting.column) ?? all[0];
        return { rows: column === undefined ? found : yield* ordered(found, context, column, sorting.descending), context };
      },
      [rows, context, columns, all, asked, sorting],
    ),
  );
}

/** The exploration, the same object as long as it leaves the same on the canvas. */
function useUnselected(): Exploration {
  const kept = useRef<Exploration | null>(null);
  return useExplorationLater((it) => {
    if (kept.current === null || !sameFilters(kept.current, it)) kept.current = it;
    return kept.current;
  });
}
