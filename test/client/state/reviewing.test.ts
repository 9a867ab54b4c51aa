import { describe, expect, it, vi } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { ApiFailure } from "#client/api/request.ts";
import { createReviewing } from "#client/state/reviewing.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { DecisionsAnswer } from "#graph/model/review.ts";
import { entityChange, reviewed, small } from "./reviewed.ts";

const conflict = () => new ApiFailure({ status: 409, code: "conflict", message: "version 0 is not 1", remedy: "" });

/** A server that keeps a version and says yes; `over` stands in for single calls. */
async function opened(set = small(), over: Partial<Calls> = {}) {
  let version = set.version;
  const decide = vi.fn(async (_: string, body: { version: number; decisions: readonly { change: string; decision: unknown }[] }) => {
    if (body.version !== version) throw conflict();
    version += 1;
    const at = "2026-03-18T09:00:00.000Z";
    return {
      version,
      decided: body.decisions.map(({ change, decision }) => ({
        change,
        because: null,
        decision: decision === null ? null : { decision, by: "editor", at },
      })),
    } as DecisionsAnswer;
  });
  const calls = { changeSet: vi.fn(async () => ({ ...set, version })), decide, ...over } as unknown as Calls;
  const { store, actions } = createReviewing({ calls, wait: async () => {} });
  await actions.open("cs-1");
  return { store, actions, decide, calls, moveOn: () => (version += 1) };
}

const many = (count: number): Change[] => Array.from({ length: count }, (_, i) => entityChange(`co-${String(i).padStart(3, "0")}`));

describe("a review under way", () => {
  it("opens at the first change that is not decided", async () => {
    const { store } = await opened();
    expect(store.getState().cursor).toBe("entities:co-a");
  });

  it("takes a hundred decisions without waiting for the server, and sends them all", async () => {
    const { store, actions, decide } = await opened(reviewed(many(100)));
    for (let i = 0; i < 100; i++) actions.decideHere(i % 3 === 0 ? "rejected" : "accepted");
    expect(store.getState().review?.decisions.size).toBe(100);
    await vi.waitFor(() => expect(store.getState().review?.inFlight).toEqual([]));
    expect(decide.mock.calls.flatMap(([, body]) => body.decisions)).toHaveLength(100);
    expect(decide.mock.calls.length).toBeLessThan(4);
    expect([...(store.getState().review?.decisions.values() ?? [])].every((held) => held.by === "editor")).toBe(true);
  });

  it("moves on to the next open item when it decides, and back with an undo", async () => {
    const { store, actions } = await opened();
    actions.decideHere("accepted");
    expect(store.getState().cursor).toBe("entities:co-b");
    actions.undo();
    expect(store.getState().cursor).toBe("entities:co-a");
    expect(store.getState().review?.decisions.size).toBe(0);
  });

  it("is loaded anew when somebody else has decided meanwhile, and says so", async () => {
    const { store, actions, moveOn } = await opened();
    moveOn();
    actions.decideHere("accepted");
    await vi.waitFor(() => expect(store.getState().review?.said?.what).toBe("reloaded"));
    expect(store.getState().review?.set.version).toBe(1);
    expect(store.getState().review?.decisions.size).toBe(0);
  });

  it("keeps decisions that did not arrive and sends them when asked again", async () => {
    let down = true;
    const { store, actions, decide } = await opened();
    const working = decide.getMockImplementation();
    decide.mockImplementation(async (...args) => {
      if (down) throw new ApiFailure({ status: 0, code: "unreachable", message: "", remedy: "" });
      return (working as NonNullable<typeof working>)(...args);
    });
    actions.decideHere("accepted");
    await vi.waitFor(() => expect(store.getState().error).not.toBeNull());
    expect(store.getState().review?.unsent).toHaveLength(1);
    down = false;
    await actions.retry();
    expect(store.getState().error).toBeNull();
    expect(store.getState().review?.unsent).toEqual([]);
  });

  it("says yes to the first candidate of a question and shows the set worked out anew", async () => {
    const question = {
      id: "q-1",
      entity: { id: "co-a", kind: "Company", name: "甲", nameEn: null },
      candidates: [{ id: "co-old", kind: "Company", name: "甲公司", nameEn: null, reason: "short_name", text: "甲", guard: null }],
      answer: null,
    };
    const set = reviewed([entityChange("co-a")], { identity: [question] as never });
    const answer = vi.fn(async () => reviewed([], { version: 1 }));
    const { store, actions } = await opened(set, { answer } as Partial<Calls>);
    actions.point("q-1");
    actions.decideHere("accepted");
    await vi.waitFor(() => expect(store.getState().groups).toEqual([]));
    expect(answer).toHaveBeenCalledWith("cs-1", { version: 0, answers: [{ question: "q-1", answer: { same: "co-old" } }] });
  });

  it("applies what was decided only after all of it was sent, and shows the reason when it is refused", async () => {
    const order: string[] = [];
    const { store, actions, decide } = await opened(small(), {
      apply: (async () => {
        order.push("apply");
        throw new ApiFailure({ status: 409, code: "conflict", message: "the store has moved on", remedy: "rebase it" });
      }) as never,
    });
    decide.mockImplementationOnce(async () => {
      order.push("decide");
      return { version: 1, decided: [] };
    });
    actions.decideHere("accepted");
    expect(await actions.apply("m")).toBeNull();
    expect(order).toEqual(["decide", "apply"]);
    expect(String(store.getState().error)).toContain("moved on");
    expect(store.getState().busy).toBeNull();
  });
});

describe("a decision that is taken while the set is worked out anew", () => {
  it("waits, and is carried over to what comes back", async () => {
    let finish: (set: ReturnType<typeof small>) => void = () => {};
    const { store, actions, decide } = await opened(small(), {
      rebase: (() => new Promise((resolve) => (finish = resolve as never))) as never,
    });
    const rebased = actions.rebase();
    await vi.waitFor(() => expect(store.getState().busy).toBe("rebasing"));
    actions.decide(["entities:co-b"], "rejected");
    expect(decide).not.toHaveBeenCalled();
    finish({ ...small(), basedOn: 12 });
    await rebased;
    await vi.waitFor(() => expect(decide).toHaveBeenCalled());
    expect(store.getState().review?.set.basedOn).toBe(12);
    expect(store.getState().review?.decisions.get("entities:co-b")?.decision).toBe("rejected");
  });
});

describe("a review that was applied", () => {
  it("is a record: nothing of it can be decided any more", async () => {
    const { store, actions, calls } = await opened(small(), { apply: (async () => ({ number: 12 })) as never });
    actions.decideHere("accepted");
    vi.mocked(calls.changeSet).mockResolvedValue({ ...small(), state: "applied", revision: 12 });
    await actions.apply("m");
    expect(store.getState().review?.set).toMatchObject({ state: "applied", revision: 12 });
    actions.decide(["entities:co-b"], "rejected");
    expect(store.getState().review?.decisions.has("entities:co-b")).toBe(false);
  });

  it("in part goes on with what nobody has decided, and still says what was written", async () => {
    const { store, actions, calls } = await opened(small(), { apply: (async () => ({ number: 12 })) as never });
    actions.decideHere("accepted");
    const rest = { ...small(), basedOn: 12, changes: [entityChange("co-left")] };
    vi.mocked(calls.changeSet).mockResolvedValue(rest);
    await actions.apply("m");
    expect(store.getState().applied?.number).toBe(12);
    expect(store.getState().review?.set).toMatchObject({ state: "open", basedOn: 12 });
    expect(store.getState().cursor).toBe("entities:co-left");
    actions.decide(["entities:co-left"], "rejected");
    expect(store.getState().review?.decisions.get("entities:co-left")?.decision).toBe("rejected");
  });
});
