import { describe, expect, it } from "vitest";
import { PlaceColumn } from "#client/columns/place-column.ts";
import { differenceGraph } from "#client/state/difference-graph.ts";
import { placesOf } from "#client/state/difference-places.ts";
import { type DifferenceMode, differenceScene } from "#client/state/difference-scene.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { namesOf } from "#client/state/review-list.ts";
import type { Change } from "#graph/model/change-set.ts";
import { entityChange, statementChange } from "./reviewed.ts";
import { subgraphOf } from "./subgraph-of.ts";

/** On the canvas: co-old and co-x side by side. */
const around = () => {
  const graph = emptyGraph();
  mergeSubgraph(
    graph,
    subgraphOf(
      [
        ["co-old", "Company"],
        ["co-x", "Company"],
      ],
      [["s-old", "PARTNERS_WITH", "co-old", "co-x"]],
    ),
  );
  return { graph, shown: () => true, stands: () => true, positions: PlaceColumn.of([0, 0, 100, 0]), fetched: null };
};

const made = (changes: Change[], rivals = {}) => differenceGraph({ changes, rivals, names: namesOf(changes, []), around: around() });
const scene = (changes: Change[], mode: DifferenceMode = "difference", { only = false, refused = [] as string[] } = {}) => {
  const graph = made(changes);
  return differenceScene(graph, placesOf(graph), { mode, only, refused: new Set(refused) });
};
const comes = [entityChange("co-a"), statementChange("s-1", "co-a", "co-old")];

describe("the difference as a graph", () => {
  it("marks what comes, on what is there already", () => {
    const { drawn, marks, nodeIndex, edgeIndex } = scene(comes);
    expect(drawn.nodes.id).toEqual(["co-old", "co-x", "co-a"]);
    expect([...(marks?.nodes ?? [])]).toEqual([[nodeIndex.get("co-a"), "added"]]);
    expect([...(marks?.edges ?? [])]).toEqual([[edgeIndex.get("s-1"), "added"]]);
  });

  it("is before without what comes, and after without what goes", () => {
    const goes = statementChange("s-old", "co-old", "co-x", "removed");
    const changes = [...comes, goes];
    expect(scene(changes, "before").drawn.edges.id).toEqual(["s-old"]);
    expect(scene(changes, "before").drawn.nodes.id).not.toContain("co-a");
    expect(scene(changes, "after").drawn.edges.id).toEqual(["s-1"]);
    expect(scene(changes, "after").marks).toBeNull();
  });

  it("is after with what a person refused to take away, and without what they refused to add", () => {
    const goes = statementChange("s-old", "co-old", "co-x", "removed");
    expect(scene([...comes, goes], "after", { refused: ["s-old", "s-1", "co-a"] }).drawn.edges.id).toEqual(["s-old"]);
  });

  it("shows only what changes and its ends when asked", () => {
    expect(scene(comes, "difference", { only: true }).drawn.nodes.id).toEqual(["co-old", "co-a"]);
  });

  it("marks a subject as changed where a figure or an attribute of it comes", () => {
    const metric: Change = {
      id: "metrics:m-1",
      kind: "added",
      record: { table: "metrics", id: "m-1" },
      before: null,
      after: { id: "m-1", subject: "co-old", name: "营业收入", value: 1, unit: "CNY" },
      evidence: [],
    };
    const { marks, nodeIndex } = scene([metric]);
    expect(marks?.nodes.get(nodeIndex.get("co-old") as number)).toBe("changed");
  });

  it("draws both claims of a conflict", () => {
    const conflict = statementChange("s-2", "co-old", "co-x", "conflict");
    const rival = { subject: "co-x", predicate: "PARTNERS_WITH", object: "co-old", status: "stated", confidence: 1 };
    const graph = made([conflict], { "s-old": rival });
    expect([graph.edges.get("s-2")?.mark, graph.edges.get("s-old")?.mark]).toEqual(["conflict", "conflict"]);
  });
});

describe("places in the difference", () => {
  it("stay where they were, and newcomers keep clear of one another", () => {
    const many = Array.from({ length: 30 }, (_, i) => [entityChange(`co-${i}`), statementChange(`s-${i}`, `co-${i}`, "co-old")]).flat();
    const places = placesOf(made([...many, entityChange("co-alone")]));
    expect(places.get("co-x")).toEqual({ x: 100, y: 0 });
    const points = [...places.values()];
    for (const [at, a] of points.entries())
      for (const b of points.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(30);
  });

  const fromNothing = (changes: Change[]) =>
    placesOf(
      differenceGraph({
        changes,
        rivals: {},
        names: namesOf(changes, []),
        around: { graph: emptyGraph(), shown: () => true, stands: () => true, positions: PlaceColumn.none(), fetched: null },
      }),
    );

  it("are found for a graph of which nothing stood anywhere", () => {
    expect(fromNothing([entityChange("co-1"), entityChange("co-2"), statementChange("s-9", "co-1", "co-2")]).size).toBe(2);
  });

  it("are apart and in a block for thousands that nothing ties", () => {
    const points = [...fromNothing(Array.from({ length: 4_000 }, (_, at) => entityChange(`co-${at}`))).values()];
    const extent = (of: (point: { x: number; y: number }) => number) => Math.max(...points.map(of)) - Math.min(...points.map(of));
    const shape = extent(({ x }) => x) / extent(({ y }) => y);
    expect(shape).toBeGreaterThan(1);
    expect(shape).toBeLessThan(2);
    expect(new Set(points.map(({ x, y }) => `${Math.round(x / 60)} ${Math.round(y / 60)}`)).size).toBe(4_000);
  });

  it("are side by side for what is tied, and under every part for what nothing ties", () => {
    const pairs = ["a", "b"].flatMap((part) => [
      entityChange(`co-${part}-1`),
      entityChange(`co-${part}-2`),
      statementChange(`s-${part}`, `co-${part}-1`, `co-${part}-2`),
    ]);
    const places = fromNothing([entityChange("co-alone"), ...pairs]);
    const at = (id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN };
    const between = (one: string, other: string) => Math.hypot(at(one).x - at(other).x, at(one).y - at(other).y);
    for (const part of ["a", "b"]) expect(between(`co-${part}-1`, `co-${part}-2`)).toBeLessThan(90);
    for (const id of places.keys()) if (id !== "co-alone") expect(at("co-alone").y).toBeLessThan(at(id).y);
  });
});
