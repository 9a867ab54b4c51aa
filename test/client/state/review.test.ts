import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answered,
  carriedBy,
  decide,
  notSent,
  progressOf,
  type Review,
  reloaded,
  sending,
  startReview,
  undo,
  writtenAs,
} from "#client/state/review.ts";
import { beside, everything, filtered, groupsOf, itemId, namesOf, nextOpen } from "#client/state/review-list.ts";
import type { DecisionKind } from "#graph/model/review.ts";
import { entityChange, reviewed, small, statementChange } from "./reviewed.ts";

const decisionsOf = (review: Review) => Object.fromEntries([...review.decisions].map(([id, held]) => [id, held.decision]).sort());
const accept = (review: Review, ...changes: string[]) => decide(review, { changes, decision: "accepted" });
const reject = (review: Review, ...changes: string[]) => decide(review, { changes, decision: "rejected" });

describe("deciding a change", () => {
  it("accepts with it what it needs, and says what came along", () => {
    const review = accept(startReview(small()), "statements:s-1");
    expect(decisionsOf(review)).toEqual({ "entities:co-a": "accepted", "entities:co-b": "accepted", "statements:s-1": "accepted" });
    expect(review.said).toMatchObject({ what: "decided", count: 1, carried: ["entities:co-a", "entities:co-b"] });
    expect(review.decisions.get("entities:co-b")?.because).toBe("statements:s-1");
    expect(review.unsent).toEqual([{ change: "statements:s-1", decision: "accepted" }]);
  });

  it("rejects with an entity what hangs on it, even what was accepted before", () => {
    const review = reject(accept(startReview(small()), "statements:s-1"), "entities:co-b");
    expect(decisionsOf(review)).toEqual({ "entities:co-a": "accepted", "entities:co-b": "rejected", "statements:s-1": "rejected" });
  });

  it("is no step when it is decided so already", () => {
    const once = accept(startReview(small()), "entities:co-a");
    const twice = accept(once, "entities:co-a");
    expect(twice.past).toHaveLength(1);
    expect(twice.unsent).toHaveLength(1);
    expect(twice.said?.what).toBe("nothing");
  });

  it("keeps the record as the person corrected it, and tells it", () => {
    const edited = { id: "co-a", kind: "Company", name: "改过" };
    const review = decide(startReview(small()), { changes: ["entities:co-a"], decision: "accepted", edited });
    expect(writtenAs(review, review.byId.get("entities:co-a") as never)).toEqual(edited);
    expect(review.unsent).toEqual([{ change: "entities:co-a", decision: "accepted", edited }]);
  });

  it("foretells what it would carry along", () => {
    const review = startReview(small());
    expect(carriedBy(review, "entities:co-a", "rejected").sort()).toEqual(["statements:s-1", "statements:s-2"]);
    expect(carriedBy(accept(review, "entities:co-a"), "statements:s-2", "accepted")).toEqual([]);
  });
});

describe("undoing", () => {
  it("tells the server of everything that the step had carried along", () => {
    const review = undo(sending(accept(startReview(small()), "statements:s-1")));
    expect(decisionsOf(review)).toEqual({});
    expect(review.unsent.map((it) => [it.change, it.decision])).toEqual([
      ["statements:s-1", null],
      ["entities:co-a", null],
      ["entities:co-b", null],
    ]);
  });

  const step = fc.record({
    changes: fc.uniqueArray(fc.constantFrom("entities:co-a", "entities:co-b", "statements:s-1", "statements:s-2"), { minLength: 1 }),
    decision: fc.constantFrom<DecisionKind>("accepted", "rejected"),
  });

  it("returns to every earlier state, whatever was decided", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let review = startReview(small());
        const states = [decisionsOf(review)];
        for (const one of steps) {
          const before = review.past.length;
          review = decide(review, one);
          if (review.past.length > before) states.push(decisionsOf(review));
        }
        for (const state of states.toReversed()) {
          expect(decisionsOf(review)).toEqual(state);
          review = undo(review);
        }
      }),
    );
  });

  it("never leaves an accepted change without what it needs", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(step, fc.constant("undo" as const)), { maxLength: 16 }), (steps) => {
        let review = startReview(small());
        for (const one of steps) review = one === "undo" ? undo(review) : decide(review, one);
        for (const [id, held] of review.decisions)
          for (const need of held.decision === "accepted" ? (review.needs.get(id) ?? []) : [])
            expect(review.decisions.get(need)?.decision).toBe("accepted");
      }),
    );
  });
});

describe("sending", () => {
  it("takes the server's word with its version, except for what was touched since", () => {
    let review = sending(accept(startReview(small()), "entities:co-a", "entities:co-b"));
    review = reject(review, "entities:co-b");
    const told = (change: string) => ({
      change,
      because: null,
      decision: { decision: "accepted" as const, by: "editor", at: "2026-01-01" },
    });
    review = answered(review, { version: 1, decided: [told("entities:co-a"), told("entities:co-b")] });
    expect(review.set.version).toBe(1);
    expect(review.decisions.get("entities:co-a")?.by).toBe("editor");
    expect(review.decisions.get("entities:co-b")?.decision).toBe("rejected");
    expect(review.unsent).toEqual([{ change: "entities:co-b", decision: "rejected" }]);
  });

  it("keeps what did not arrive, before what came since", () => {
    let review = sending(accept(startReview(small()), "entities:co-a"));
    review = notSent(reject(review, "entities:co-b"));
    expect(review.unsent.map((it) => it.change)).toEqual(["entities:co-a", "entities:co-b"]);
  });

  it("starts over from the server after somebody else decided, and says so", () => {
    const review = reloaded({
      ...small(),
      version: 4,
      decisions: { "entities:co-a": { decision: "rejected", by: "other", at: "2026-01-01" } },
    });
    expect([review.set.version, review.unsent, decisionsOf(review), review.said?.what]).toEqual([
      4,
      [],
      { "entities:co-a": "rejected" },
      "reloaded",
    ]);
  });
});

describe("the list", () => {
  const set = reviewed([
    statementChange("s-2", "co-a", "co-b"),
    entityChange("co-a", "added", "甲锂业"),
    entityChange("co-b", "changed"),
    statementChange("s-3", "co-b", "co-a", "removed"),
    statementChange("s-4", "co-b", "co-a", "conflict"),
  ]);
  const groups = groupsOf(set);
  const shown = (them: typeof groups) => them.map((group) => [group.name, ...group.items.map(itemId)]);
  const context = { decisions: new Map(), names: namesOf(set.changes, []), keep: null };

  it("has the weightiest first, and entities before what is said of them", () => {
    expect(shown(groups)).toEqual([
      ["conflict", "statements:s-4"],
      ["removed", "statements:s-3"],
      ["changed", "entities:co-b"],
      ["added", "entities:co-a", "statements:s-2"],
    ]);
  });

  it("is searched by the names that a change speaks of", () => {
    expect(shown(filtered(groups, { ...everything, text: "甲锂" }, context)).flat()).toContain("statements:s-4");
    expect(shown(filtered(groups, { ...everything, text: "没有这个" }, context))).toEqual([]);
  });

  it("keeps the item under the hand though the filter would take it", () => {
    const decisions = startReview({ ...set, decisions: { "entities:co-a": { decision: "accepted", by: "x", at: "x" } } }).decisions;
    const open = filtered(groups, { standing: "open", text: "" }, { ...context, decisions, keep: "entities:co-a" });
    expect(shown(open).flat()).toContain("entities:co-a");
    expect(shown(filtered(groups, { standing: "open", text: "" }, { ...context, decisions })).flat()).not.toContain("entities:co-a");
  });

  it("is walked from end to end and stops there", () => {
    let cursor = beside(groups, null, 1);
    const walked = [cursor];
    for (let i = 0; i < 6; i++) {
      cursor = beside(groups, cursor, 1);
      walked.push(cursor);
    }
    expect(new Set(walked).size).toBe(5);
    expect(cursor).toBe("statements:s-2");
    expect(beside(groups, cursor, -1)).toBe("entities:co-a");
  });

  it("goes on to the next that is not decided", () => {
    const review = accept(startReview(set), "entities:co-b");
    expect(nextOpen(groups, "statements:s-3", review.decisions)).toBe("entities:co-a");
  });

  it("counts what is accepted, rejected and open", () => {
    expect(progressOf(reject(accept(startReview(set), "entities:co-b"), "statements:s-4"))).toEqual({
      accepted: 1,
      rejected: 1,
      open: 3,
      total: 5,
    });
  });
});
