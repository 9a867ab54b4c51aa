import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlaceColumn } from "#client/columns/place-column.ts";
import type { Frame } from "#client/state/atlas.ts";
import { type Exploration, emptyExploration } from "#client/state/exploration.ts";
import { emptyGraph, type LoadedGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { restorePicture, savePicture } from "#client/state/saved.ts";
import { cameraFor, savedCamera } from "#client/state/saved-camera.ts";
import { idsIn, renamed } from "#client/state/saved-ids.ts";
import { savedPicture } from "#graph/model/view.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { pairsOf } from "../pairs.ts";
import { somePicture } from "./some-picture.ts";
import { subgraphOf } from "./subgraph-of.ts";

const size = 12;
const ids = Array.from({ length: size }, (_, at) => `co-${at}`);
const edges = ids.slice(1).map((id, at) => [`s-${at}`, "BUILDS", ids[at] as string, id] as [string, string, string, string]);

/** The same graph, its rows in this order. */
const graphIn = (order: readonly string[]): LoadedGraph => {
  const graph = emptyGraph();
  mergeSubgraph(
    graph,
    subgraphOf(
      order.map((id) => [id, "Company"]),
      edges,
    ),
  );
  return graph;
};

const node = fc.nat({ max: size - 1 });
const nodes = fc.uniqueArray(node, { maxLength: 5 });
const edge = fc.nat({ max: edges.length - 1 });
const place = fc.float({ min: -5000, max: 5000, noNaN: true }).map((it) => it + 0);

/** What of an exploration is kept: the way to it is not. */
const someExploration: fc.Arbitrary<Exploration> = fc
  .record({
    shown: fc.array(fc.constantFrom(0, 1), { minLength: size, maxLength: size }).map((marks) => Uint8Array.from(marks)),
    hiddenKinds: fc.subarray(entityKinds.slice(0, 5)).map((it) => new Set(it)),
    hiddenTypes: fc.subarray(relationTypes.slice(0, 5)).map((it) => new Set(it)),
    status: fc.constantFrom("all", "stated", "inferred", "reference"),
    minConfidence: fc.double({ min: 0, max: 1, noNaN: true }).map((it) => it + 0),
    selection: nodes,
    edge: fc.option(edge),
    highlight: fc.option(fc.record({ nodes, edges: fc.uniqueArray(edge, { maxLength: 4 }), style: fc.constantFrom("result", "path") })),
    layout: fc.constantFrom("force", "lanes", "grid"),
    pinned: nodes.map((it) => new Set(it)),
    groups: fc.array(
      fc.record({
        key: fc.stringMatching(/^[a-z]{1,5}$/),
        by: fc.constantFrom("kind", "chain", "hand"),
        title: fc.string(),
        members: nodes,
        open: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    style: fc.record({ size: fc.string(), colour: fc.string(), thickness: fc.string() }),
    clocks: fc.record(
      { heldAt: fc.option(fc.constant("2024")), saidBy: fc.option(fc.constant("2023-06")), undatedHidden: fc.boolean() },
      { requiredKeys: ["heldAt", "saidBy"] },
    ),
    trust: fc.record({
      documents: fc.option(fc.uniqueArray(fc.constantFrom("doc-a", "doc-b")).map((it) => new Set(it))),
      reliability: fc.option(fc.constantFrom("high", "low")),
    }),
    unknownShown: fc.boolean(),
  })
  .map((it) => ({ ...emptyExploration("force"), ...it }) as Exploration);

const someFrame: fc.Arbitrary<Frame> = fc
  .record({ exploration: someExploration, places: fc.array(fc.option(place), { minLength: 2 * size, maxLength: 2 * size }), titled: node })
  .map(({ exploration, places, titled }) => ({
    exploration,
    positions: PlaceColumn.of(
      places.map((_, at) => {
        // Half a place is none.
        const [x, y] = [places[at & ~1] ?? null, places[at | 1] ?? null];
        return x === null || y === null || exploration.shown[at >> 1] !== 1 ? Number.NaN : (places[at] as number);
      }),
    ),
    guides: [
      { shape: "circle", x: 1, y: 2, radius: 3, title: { node: titled } },
      { shape: "box", x: 0, y: 0, width: 9, height: 9, title: { zh: "上游", en: "Upstream" } },
    ],
  }));

const kept = ({ exploration: { trail: _, expanded: __, ...exploration }, positions, ...frame }: Frame) => ({
  ...frame,
  exploration,
  places: pairsOf(positions, size),
});

describe("a picture that is saved", () => {
  it("comes back as it was, through the form in which it is stored", () => {
    fc.assert(
      fc.property(someFrame, (frame) => {
        const graph = graphIn(ids);
        const stored = savedPicture.parse(JSON.parse(JSON.stringify(savePicture(graph, frame, { camera: null, leftOut: [] }))));
        expect(kept(restorePicture(graph, stored))).toEqual(kept(frame));
      }),
      { numRuns: 60 },
    );
  });

  it("means the same where the graph was loaded in another order", () => {
    fc.assert(
      fc.property(someFrame, fc.shuffledSubarray(ids, { minLength: size }), (frame, order) => {
        const [here, there] = [graphIn(ids), graphIn(order)];
        const saved = savePicture(here, frame, { camera: null, leftOut: [] });
        const again = savePicture(there, restorePicture(there, saved), { camera: null, leftOut: [] });
        const bySet = ({ exploration: { shown, positions, pinned, ...rest }, ...picture }: typeof saved) => ({
          ...picture,
          exploration: rest,
          pinned: [...pinned].sort(),
          places: shown.map((id, row) => [id, positions[2 * row], positions[2 * row + 1]]).sort(),
        });
        expect(bySet(again)).toEqual(bySet(saved));
      }),
    );
  });

  it("loses what is gone and nothing else", () => {
    const graph = graphIn(ids.slice(1));
    const whole = graphIn(ids);
    const exploration = { ...emptyExploration("force"), shown: new Uint8Array(size).fill(1), selection: [0, 3] };
    const frame: Frame = { exploration, positions: PlaceColumn.of([...Array(2 * size).keys()]), guides: [] };
    const restored = restorePicture(graph, savePicture(whole, frame, { camera: null, leftOut: [] }));
    expect(restored.exploration.shown).toEqual(new Uint8Array(size - 1).fill(1));
    expect(restored.exploration.selection).toEqual([2]);
    expect(pairsOf(restored.positions, 1)).toEqual([2, 3]);
  });

  it("with a layout that this version lacks keeps its places under the usual one", () => {
    const graph = graphIn(ids);
    const frame: Frame = { exploration: emptyExploration("spiral"), positions: PlaceColumn.none(), guides: [] };
    expect(restorePicture(graph, savePicture(graph, frame, { camera: null, leftOut: [] })).exploration.layout).toBe("force");
  });
});

describe("an id that was merged", () => {
  it("stands for what it became, once, in the place of the one that was shown as itself", () => {
    fc.assert(
      fc.property(somePicture, fc.nat(), (picture, pick) => {
        const all = idsIn(picture);
        fc.pre(all.length >= 2);
        const old = all[pick % all.length] as string;
        const into = all[(pick + 1) % all.length] as string;
        const next = renamed(picture, new Map([[old, into]]));
        expect(idsIn(next)).not.toContain(old);
        const { shown, positions } = next.exploration;
        expect(new Set(shown).size).toBe(shown.length);
        expect(positions).toHaveLength(2 * shown.length);
        const rowOf = (id: string) => picture.exploration.shown.indexOf(id);
        for (const [row, id] of shown.entries()) {
          const from = rowOf(id) >= 0 ? rowOf(id) : rowOf(old);
          expect(positions.slice(2 * row, 2 * row + 2)).toEqual(picture.exploration.positions.slice(2 * from, 2 * from + 2));
        }
      }),
    );
  });
});

describe("a saved camera", () => {
  const camera = savedCamera({ x: 3, y: 4, ratio: 0.5 }, { width: 1000, height: 800 });

  it("shows the same in the same window and in a larger one", () => {
    expect(cameraFor(camera, { width: 1000, height: 800 })).toEqual({ x: 3, y: 4, ratio: 0.5 });
    expect(cameraFor(camera, { width: 2000, height: 900 }).ratio).toBe(0.5);
  });

  it("steps back in a smaller one until all that was seen fits", () => {
    expect(cameraFor(camera, { width: 500, height: 800 })).toEqual({ x: 3, y: 4, ratio: 1 });
    expect(cameraFor(camera, { width: 1000, height: 200 }).ratio).toBe(2);
  });
});
