import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as explore from "#client/state/exploration.ts";
import { record, redo, startHistory, undo } from "#client/state/history.ts";
import { addGroups, dropGroups, freshKey, setOpen } from "#client/state/slices/groups.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";

const node = fc.nat({ max: 30 });
const nodes = fc.uniqueArray(node, { maxLength: 6 });
type Change = (it: explore.Exploration) => explore.Exploration;

/** Every public change of an exploration, with any arguments. */
const change: fc.Arbitrary<Change> = fc.oneof(
  nodes.map(
    (some): Change =>
      (it) =>
        explore.show(it, some),
  ),
  nodes.map(
    (some): Change =>
      (it) =>
        explore.showOnly(it, some),
  ),
  nodes.map(
    (some): Change =>
      (it) =>
        explore.hide(it, some),
  ),
  fc.tuple(node, nodes).map(
    ([one, some]): Change =>
      (it) =>
        explore.expand(it, one, some),
  ),
  node.map(
    (one): Change =>
      (it) =>
        explore.collapse(it, one),
  ),
  node.map(
    (one): Change =>
      (it) =>
        explore.select(it, one),
  ),
  node.map(
    (one): Change =>
      (it) =>
        explore.toggleSelected(it, one),
  ),
  fc.option(node).map(
    (edge): Change =>
      (it) =>
        explore.selectEdge(it, edge),
  ),
  fc.constantFrom(...entityKinds).map(
    (kind): Change =>
      (it) =>
        explore.toggleKind(it, kind),
  ),
  fc.constantFrom(...entityKinds).map(
    (kind): Change =>
      (it) =>
        explore.soloKind(it, kind, entityKinds),
  ),
  fc.constantFrom(...relationTypes).map(
    (type): Change =>
      (it) =>
        explore.toggleType(it, type),
  ),
  fc.boolean().map(
    (shown): Change =>
      (it) =>
        explore.showUnknown(it, shown),
  ),
  fc.constantFrom("all" as const, "stated" as const, "inferred" as const).map(
    (status): Change =>
      (it) =>
        explore.setStatus(it, status),
  ),
  fc.double({ min: 0, max: 1, noNaN: true }).map(
    (value): Change =>
      (it) =>
        explore.setMinConfidence(it, value),
  ),
  fc.nat({ max: 4 }).map(
    (step): Change =>
      (it) =>
        explore.returnTo(it, step),
  ),
  fc.tuple(nodes, fc.boolean()).map(
    ([some, only]): Change =>
      (it) =>
        explore.showResult(it, { nodes: some, edges: [], only }),
  ),
  fc.constant<Change>(explore.clearFilters),
  fc.constant<Change>(explore.showHidden),
  nodes.map(
    (some): Change =>
      (it) =>
        explore.pin(it, some),
  ),
  nodes.map(
    (some): Change =>
      (it) =>
        explore.unpin(it, some),
  ),
  nodes.map(
    (some): Change =>
      (it) =>
        explore.toggleSeveral(it, some),
  ),
  nodes.map(
    (some): Change =>
      (it) =>
        addGroups(it, [{ key: freshKey(it), by: "hand", title: "", members: some, open: false }]),
  ),
  fc.tuple(fc.nat({ max: 4 }), fc.boolean()).map(
    ([number, open]): Change =>
      (it) =>
        setOpen(it, [`hand:${number}`], open),
  ),
  fc.nat({ max: 4 }).map(
    (number): Change =>
      (it) =>
        dropGroups(it, [`hand:${number}`]),
  ),
  fc.constantFrom("lanes", "grid").map(
    (layout): Change =>
      (it) =>
        explore.setLayout(it, layout),
  ),
  fc.constantFrom("metric", "degree").map(
    (size): Change =>
      (it) => ({ ...it, style: { ...it.style, size } }),
  ),
  fc.constantFrom("2023", null).map(
    (heldAt): Change =>
      (it) => ({ ...it, clocks: { ...it.clocks, heldAt } }),
  ),
  fc.constantFrom("high" as const, null).map(
    (reliability): Change =>
      (it) => ({ ...it, trust: { ...it.trust, reliability } }),
  ),
);

const start = () => startHistory(explore.emptyExploration("force"));

describe("undo and redo", () => {
  it("return exactly to every earlier exploration, and forward again", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        let history = start();
        const seen = [structuredClone(history.present)];
        for (const one of changes) {
          history = record(history, one(history.present));
          if (history.past.length === seen.length) seen.push(structuredClone(history.present));
        }
        for (let at = seen.length - 1; at > 0; at--) {
          expect(history.present).toEqual(seen[at]);
          history = undo(history);
        }
        expect(history.present).toEqual(seen[0]);
        for (let at = 1; at < seen.length; at++) {
          history = redo(history);
          expect(history.present).toEqual(seen[at]);
        }
      }),
    );
  });

  it("forget what was undone as soon as something new is done", () => {
    fc.assert(
      fc.property(change, change, change, (a, b, c) => {
        let history = start();
        for (const one of [a, b]) history = record(history, one(history.present));
        history = undo(history);
        const next = c(history.present);
        const after = record(history, next);
        if (after !== history) expect(redo(after).present).toBe(next);
      }),
    );
  });

  it("do nothing at either end", () => {
    const history = start();
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it("take one drag of a slider as one step", () => {
    let history = start();
    for (const value of [0.1, 0.2, 0.3]) history = record(history, explore.setMinConfidence(history.present, value), "confidence");
    history = record(history, explore.setStatus(history.present, "stated"));
    expect(history.past).toHaveLength(2);
    expect(undo(history).present.minConfidence).toBe(0.3);
    expect(undo(undo(history)).present.minConfidence).toBe(0);
  });
});
