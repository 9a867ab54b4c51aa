import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedMarks } from "#client/columns/changed-marks.ts";
import { KeyTable } from "#client/columns/key-table.ts";
import { PairLists } from "#client/columns/pair-lists.ts";

const marks = fc.array(fc.constantFrom(0, 1), { maxLength: 70 }).map((some) => Uint8Array.from(some));

describe("columns of marks", () => {
  it("differ at the places where one by one they differ, and beyond an end as from zeros", () => {
    fc.assert(
      fc.property(marks, marks, (before, after) => {
        const places = [...Array(Math.max(before.length, after.length)).keys()].filter((at) => (before[at] ?? 0) !== (after[at] ?? 0));
        expect(changedMarks(before, after)).toEqual(places);
        expect(changedMarks(before, after)).toEqual(places);
      }),
    );
  });

  it("are compared wherever in their memory they begin", () => {
    const memory = new Uint8Array(64).fill(1);
    expect(changedMarks(memory.subarray(3, 13), new Uint8Array([1, 1, 0]))).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("a table of keys", () => {
  it("gives equal keys one slot and others another, dense in the order of their coming, as a map would", () => {
    const key = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 1, 2, 0x7fffffff, 0xffffffff));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const table = new KeyTable();
        const map = new Map<string, number>();
        for (const [a, b] of keys) {
          const name = `${a} ${b}`;
          if (!map.has(name)) map.set(name, map.size);
          expect(table.slot(a, b)).toBe(map.get(name));
        }
        expect(table.count).toBe(map.size);
      }),
    );
  });
});

describe("lists in pairs", () => {
  it("hold for each owner what was added to it, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(99)), { maxLength: 80 }), (pairs) => {
        const lists = new PairLists();
        for (const [owner, value] of pairs) lists.add(owner, value);
        for (let owner = 0; owner < 11; owner++) {
          const own = pairs.filter(([of]) => of === owner).map(([, value]) => value);
          expect(lists.of(owner)).toEqual(own);
          expect(lists.has(owner)).toBe(own.length > 0);
          expect(lists.some(owner, (value) => value > 50)).toBe(own.some((value) => value > 50));
        }
      }),
    );
  });
});
