import { describe, expect, it } from "vitest";
import { PlaceColumn } from "#client/columns/place-column.ts";
import { force } from "#client/layouts/force/force.ts";
import { emptyExploration, show } from "#client/state/exploration.ts";
import { layoutInput, restRadius } from "#client/state/layout-input.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { nearby, smallPicture } from "#client/state/nearby.ts";
import { placeAround } from "#client/state/placement.ts";
import { stackedOf } from "#client/state/stacks.ts";
import { subgraphOf } from "./subgraph-of.ts";

/** A large picture in rows and columns, and twelve that are new around one in its middle; one of them is tied to a far corner too. */
const side = 45;
const spacing = 90;
const fresh = 12;
const centre = Math.floor((side * side) / 2 + side / 2);

function largePicture() {
  const graph = emptyGraph();
  const old = side * side;
  const edges = [...Array(fresh).keys()].map(
    (at) => [`s-${at}`, "PARTNERS_WITH", `co-${centre}`, `new-${at}`] as [string, string, string, string],
  );
  mergeSubgraph(
    graph,
    subgraphOf(
      [
        ...[...Array(old).keys()].map((at) => [`co-${at}`, "Company"] as [string, string]),
        ...[...Array(fresh).keys()].map((at) => [`new-${at}`, "Project"] as [string, string]),
      ],
      [...edges, ["s-far", "PARTNERS_WITH", "new-0", "co-0"], ["s-other", "PARTNERS_WITH", "co-3", "co-4"]],
    ),
  );
  const positions = PlaceColumn.none();
  for (let node = 0; node < old; node++) positions.put(node, spacing * (node % side), spacing * Math.floor(node / side));
  const added = [...Array(fresh).keys()].map((at) => old + at);
  placeAround(positions, centre, added);
  const exploration = show(emptyExploration("force"), [...Array(graph.nodeCount).keys()]);
  const part = nearby(graph, stackedOf(graph, exploration), positions, new Set(added));
  return { graph, exploration, positions, added, part };
}

describe("what new nodes have to find room among", () => {
  it("is a small part of a large picture: what stands around them, and what ties them to it", () => {
    const { graph, added, part } = largePicture();
    expect(graph.nodeCount).toBeGreaterThan(smallPicture);
    expect(part.nodes.length).toBeLessThan(graph.nodeCount / 5);
    expect(part.nodes).toEqual(expect.arrayContaining([...added, centre, centre + 1, centre + side]));
    expect(new Set(part.nodes).size).toBe(part.nodes.length);
    expect([...(part.edges ?? [])]).toHaveLength(fresh);
  });

  it("is enough for them to stand clear of everything in the whole picture, near what they came from", async () => {
    const { graph, exploration, positions, added, part } = largePicture();
    const fixed = (node: number) => !added.includes(node);
    const input = layoutInput(graph, exploration, { part, positions, fixed, aspect: 1.6, stage: null });
    const { positions: answer } = await force.run(input, { signal: { aborted: false }, onProgress: () => undefined });
    const places = positions.copy();
    for (const [row, node] of part.nodes.entries()) {
      if (fixed(node)) expect([answer[2 * row], answer[2 * row + 1]]).toEqual([positions.x(node), positions.y(node)]);
      places.put(node, answer[2 * row] as number, answer[2 * row + 1] as number);
    }
    const apart = (a: number, b: number) => Math.hypot(places.x(a) - places.x(b), places.y(a) - places.y(b));
    for (const node of added) {
      expect(apart(node, centre)).toBeLessThan(700);
      for (let other = 0; other < graph.nodeCount; other++)
        if (other !== node)
          expect(apart(node, other)).toBeGreaterThan(
            restRadius(graph.nodes.degree[node] ?? 0) + restRadius(graph.nodes.degree[other] ?? 0),
          );
    }
  });
});
