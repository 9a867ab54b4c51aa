import { describe, expect, it, vi } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import type { Stage } from "#client/state/actions/stage.ts";
import { styling } from "#client/state/actions/styling.ts";
import { createAtlasStore, explorationOf, step } from "#client/state/atlas.ts";
import { redo, undo } from "#client/state/history.ts";
import { presentClocks } from "#client/state/slices/clocks.ts";
import { chooseStyle, plainStyle } from "#client/state/slices/style.ts";
import type { StyleGroupsAnswer } from "#graph/model/style-values.ts";

const answer: StyleGroupsAnswer = {
  by: "chain",
  kinds: [],
  groups: [],
  values: { id: ["a"], group: [0] },
  cypher: { query: "RETURN 1 AS one", parameters: {} },
};

function opened(styleGroups: Calls["styleGroups"] = async () => answer) {
  const store = createAtlasStore();
  const asked = vi.fn(styleGroups);
  const stage = { store, deps: { calls: { styleGroups: asked } as unknown as Calls, now: () => 0 } } as unknown as Stage;
  return { store, asked, actions: styling(stage), style: () => explorationOf(store.getState()).style };
}

describe("choosing a style", () => {
  it("is one step that undo and redo walk over, a channel at a time", () => {
    const { store, actions, style } = opened();
    actions.styleBy("colour", "chain");
    actions.styleBy("thickness", "confidence");
    expect(style()).toEqual({ size: "degree", colour: "chain", thickness: "confidence" });
    store.setState(({ history }) => ({ history: undo(undo(history)) }));
    expect(style()).toEqual(plainStyle);
    store.setState(({ history }) => ({ history: redo(history) }));
    expect(style()).toEqual({ ...plainStyle, colour: "chain" });
  });

  it("of what is chosen already leaves nothing to undo", () => {
    const { store, actions } = opened();
    actions.styleBy("size", plainStyle.size);
    expect(store.getState().history.past).toHaveLength(0);
    const it = { style: plainStyle };
    expect(chooseStyle(it, "size", plainStyle.size)).toBe(it);
  });
});

describe("values for a style", () => {
  it("are asked once an edition of the store, and leave their Cypher in the strip", async () => {
    const { store, actions, asked } = opened();
    const need = { groups: "chain" } as const;
    const values = await actions.fetchValues(need);
    expect(actions.keptValues(need)).toBe(values);
    expect(store.getState().lastAction).toMatchObject({ name: "style", cypher: answer.cypher, rows: 1 });
    store.setState({ lastAction: null });
    actions.styleBy("colour", "chain");
    expect(store.getState().lastAction).toMatchObject({ name: "style", cypher: answer.cypher });
    expect(asked).toHaveBeenCalledOnce();
    store.setState({ edition: 1 });
    expect(actions.keptValues(need)).toBeUndefined();
  });

  it("belong to the clocks and the trust that are on, and are at hand again with them", async () => {
    const { store, actions, asked } = opened();
    const need = { groups: "chain" } as const;
    const now = await actions.fetchValues(need);
    step(store, (it) => ({ ...it, clocks: { heldAt: "2023", saidBy: null } }));
    expect(actions.keptValues(need)).toBeUndefined();
    store.setState({ lastAction: null });
    const before = await actions.fetchValues(need, { chosen: false });
    expect(asked).toHaveBeenLastCalledWith("chain", expect.objectContaining({ at: "2023" }), expect.anything());
    expect(actions.keptValues(need)).toBe(before);
    // The clock has left its own query.
    expect(store.getState().lastAction).toBeNull();
    step(store, (it) => ({ ...it, clocks: presentClocks }));
    expect(actions.keptValues(need)).toBe(now);
  });

  it("that could not be had are told, with a way to try again", async () => {
    let fails = true;
    const { store, actions } = opened(async () => {
      if (fails) throw new Error("away");
      return answer;
    });
    expect(await actions.fetchValues({ groups: "chain" })).toBeUndefined();
    const { failure } = store.getState();
    expect(failure?.action).toBe("style");
    fails = false;
    failure?.retry();
    await vi.waitFor(() => expect(actions.keptValues({ groups: "chain" })).toBeDefined());
    expect(store.getState().failure).toBeNull();
  });
});
