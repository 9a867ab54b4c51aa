import type { Calls } from "#client/api/calls.ts";
import { communitiesOf } from "#client/communities/communities.ts";
import type { LayoutInput, Placement } from "#client/layouts/layout.ts";
import { createActions } from "#client/state/actions.ts";
import { createAtlasStore, explorationOf } from "#client/state/atlas.ts";
import { subgraphOf } from "./subgraph-of.ts";

/** A company in a park. */
export const overviewPart = (degree = 2) =>
  subgraphOf(
    [
      ["co-a", "Company", degree],
      ["park-b", "Park", 1],
    ],
    [["s-1", "LOCATED_IN", "co-a", "park-b"]],
  );

/** What the company builds. */
export const neighbourPart = () =>
  subgraphOf(
    [
      ["co-a", "Company", 2],
      ["proj-c", "Project", 1],
    ],
    [["s-2", "BUILDS", "co-a", "proj-c"]],
  );

/** Actions over a server of made-up answers. The layout puts node n of its input at (100 n, 50) unless it has to keep its place. */
export function open(calls: Partial<Calls>, layOut?: (input: LayoutInput) => Promise<Placement>, drawn?: () => Promise<void>) {
  const store = createAtlasStore();
  const actions = createActions(store, {
    calls: { graph: async () => overviewPart(), neighbours: async () => neighbourPart(), ...calls } as Calls,
    layOut: async (_, input) =>
      layOut?.(input) ?? {
        guides: [],
        positions: Float32Array.from({ length: 2 * input.count }, (_, at) => {
          const node = at >> 1;
          if (input.fixed?.[node] === 1) return input.positions?.[at] ?? Number.NaN;
          return at % 2 === 0 ? 100 * node : 50;
        }),
      },
    findCommunities: async (input) => communitiesOf(input),
    now: () => 0,
    reducedMotion: () => true,
    aspect: () => 1,
    ...(drawn && { drawn }),
  });
  return { store, actions };
}

/** Ids on the canvas. */
export const shown = (store: ReturnType<typeof createAtlasStore>): string[] => {
  const { graph } = store.getState();
  return graph.nodes.id.filter((_, node) => explorationOf(store.getState()).shown[node] === 1);
};
