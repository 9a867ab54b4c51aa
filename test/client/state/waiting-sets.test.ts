import { describe, expect, it } from "vitest";
import { waits } from "#client/state/waiting-sets.ts";
import { reviewed } from "./reviewed.ts";

describe("a change set", () => {
  const set = reviewed([]);
  it("waits while it is open and holds something to decide or to answer", () => {
    expect(waits({ ...set, decided: { accepted: 0, rejected: 0, open: 1 } })).toBe(true);
    expect(waits({ ...set, decided: { accepted: 3, rejected: 1, open: 0 } })).toBe(true);
    expect(waits({ ...set, decided: { accepted: 0, rejected: 0, open: 0 }, questions: 1 })).toBe(true);
  });

  it("that found nothing new, or is done with, waits for nobody", () => {
    expect(waits({ ...set, decided: { accepted: 0, rejected: 0, open: 0 } })).toBe(false);
    expect(waits({ ...set, state: "discarded", decided: { accepted: 0, rejected: 0, open: 2 } })).toBe(false);
  });
});
