import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { explorationOf, step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { inverted, neighbourhood, visibleNodes, visibleOfKind } from "../neighbourhood.ts";
import { nodesBehind, stackedOf } from "../stacks.ts";
import type { Stage } from "./stage.ts";

/** Ways to say which nodes are meant, beyond one click after another. */
export function selecting({ store, communities }: Stage) {
  const present = () => ({ graph: store.getState().graph, it: explorationOf(store.getState()) });
  const select = (nodes: readonly number[]) => step(store, (it) => explore.selectSeveral(it, nodes));
  return {
    /** What a box or a lasso encloses, in place of the selection or besides. */
    selectRows: (rows: readonly number[], add: boolean) => {
      const { graph, it } = present();
      const stacked = stackedOf(graph, it);
      const nodes = rows.flatMap((row) => nodesBehind(stacked, row));
      if (nodes.length > 0 || (!add && it.selection.length > 0)) select([...new Set([...(add ? it.selection : []), ...nodes])]);
    },
    selectAll: () => select(visibleNodes(present().graph, present().it)),
    selectInverse: () => select(inverted(present().graph, present().it)),
    selectKind: (kind: EntityKind) => select(visibleOfKind(present().graph, present().it, kind)),
    /** What is selected and what one drawn edge joins to it. */
    selectNeighbours: () => {
      const { graph, it } = present();
      if (it.selection.length > 0) select(neighbourhood(graph, it, { nodes: it.selection, hops: 1 }));
    },
    /** The communities that the selected nodes are in. */
    selectCommunity: async () => {
      const { selection } = present().it;
      const labels = selection.length === 0 ? undefined : await communities();
      if (labels === undefined) return;
      const meant = new Set(selection.map((node) => labels.get(node)));
      select([...labels.keys()].filter((node) => meant.has(labels.get(node))));
    },
    /** Only these nodes and what is so many hops around them on the canvas; the rest is hidden. */
    onlyNeighbourhood: (nodes: readonly number[], hops: number) => {
      const { graph, it } = present();
      if (nodes.length > 0) step(store, (before) => explore.showOnly(before, neighbourhood(graph, it, { nodes, hops })));
    },
  };
}
