import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actions } from "#client/state/actions.ts";
import type { AtlasStore } from "#client/state/atlas.ts";
import * as explore from "#client/state/exploration.ts";
import { pairsOf } from "../pairs.ts";
import { open, shown } from "./tiny-actions.ts";

type Act = (actions: Actions) => unknown;
const row = fc.constantFrom(0, 1, 2);

/** Every kind of step an analyst takes, by any argument. */
const act: fc.Arbitrary<Act> = fc.oneof(
  row.map(
    (one): Act =>
      (actions) =>
        actions.expand(one, { sure: true }),
  ),
  row.map(
    (one): Act =>
      (actions) =>
        actions.pick(one, false),
  ),
  row.map(
    (one): Act =>
      (actions) =>
        actions.hide([one]),
  ),
  row.map(
    (one): Act =>
      (actions) =>
        actions.collapse([one]),
  ),
  row.map(
    (one): Act =>
      (actions) =>
        actions.onlyNeighbourhood([one], 1),
  ),
  row.map(
    (one): Act =>
      (actions) =>
        actions.pin([one]),
  ),
  fc.tuple(row, fc.integer(), fc.integer()).map(
    ([one, x, y]): Act =>
      (actions) =>
        actions.moveNode(one, x, y),
  ),
  fc.constantFrom("grid", "radial").map(
    (id): Act =>
      (actions) =>
        actions.layOut(id),
  ),
  fc.constantFrom<Act>(
    (actions) => actions.group([0, 1]),
    (actions) => actions.groupBy("kind"),
    (actions) => actions.groupBy("community"),
    (actions) => actions.toggleGroupsOf([0, 1, 2]),
    (actions) => actions.ungroupAll(),
    (actions) => actions.showHidden(),
    (actions) => actions.unpinAll(),
    (actions) => actions.selectAll(),
    (actions) => actions.toggleKind("Park"),
    (actions) => actions.setMinConfidence(0.4),
    (actions) => actions.clearFilters(),
  ),
);

const frameOf = (store: AtlasStore) => {
  const { exploration, positions, guides } = store.getState().history.present;
  const { nodeCount } = store.getState().graph;
  const places = pairsOf(positions, nodeCount);
  return structuredClone({
    exploration: { ...exploration, shown: shown(store), hidden: explore.countHidden(exploration) },
    places,
    guides,
  });
};

describe("a trail of any steps", () => {
  it("leads back to the first picture by as many undos, and forward to the last", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const { store, actions } = open({});
        await actions.overview();
        const first = frameOf(store);
        for (const one of acts) await one(actions);
        const steps = store.getState().history.past.length;
        const last = frameOf(store);
        for (let step = 0; step < steps; step++) actions.undo();
        const back = frameOf(store);
        expect({ ...back, places: back.places.slice(0, first.places.length) }).toEqual(first);
        for (let step = 0; step < steps; step++) actions.redo();
        expect(frameOf(store)).toEqual(last);
      }),
      { numRuns: 60 },
    );
  });
});
