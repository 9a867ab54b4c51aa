import { useMemo, useRef } from "react";
import { useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import type { Exploration } from "#client/state/exploration.ts";
import { filterMasks, isEdgeVisible, isNodeVisible, sameFilters } from "#client/state/visible.ts";

/** What is drawn, as rows. Counted when the picture changes; a selection changes none of it and costs nothing here. */
export function useTableRows() {
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const exploration = useUnselected();
  return useMemo(() => {
    const masks = filterMasks(graph, exploration);
    const nodes: number[] = [];
    for (let node = 0; node < graph.nodeCount; node++) if (isNodeVisible(graph, exploration, masks, node)) nodes.push(node);
    const links = new Uint32Array(graph.nodeCount);
    const edges: number[] = [];
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      if (!isEdgeVisible(graph, exploration, masks, edge)) continue;
      edges.push(edge);
      const source = graph.edges.source[edge] as number;
      const target = graph.edges.target[edge] as number;
      links[source] = (links[source] as number) + 1;
      links[target] = (links[target] as number) + 1;
    }
    return { nodes, edges, base: { graph, exploration, language, links } };
  }, [graph, exploration, language]);
}

/** The exploration, the same object as long as it leaves the same on the canvas. */
function useUnselected(): Exploration {
  const kept = useRef<Exploration | null>(null);
  return useExploration((it) => {
    if (kept.current === null || !sameFilters(kept.current, it)) kept.current = it;
    return kept.current;
  });
}
