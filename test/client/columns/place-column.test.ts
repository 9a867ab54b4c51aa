import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlaceColumn } from "#client/columns/place-column.ts";

const reach = 5_000;
const node = fc.integer({ min: 0, max: reach - 1 });
const puts = fc.array(fc.record({ node, x: fc.integer(), y: fc.integer() }), { maxLength: 40 });
const read = (column: PlaceColumn) =>
  Array.from({ length: reach }, (_, at) => at).flatMap((at) => (column.has(at) ? [[at, column.x(at), column.y(at)]] : []));

describe("a column of places", () => {
  it("reads back what was put, whoever was copied from whom in between, and never changes in another column's hands", () => {
    const steps = fc.array(fc.record({ from: fc.nat(), puts }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, (made) => {
        const columns = [{ column: PlaceColumn.none(), model: new Map<number, [number, number]>() }];
        for (const { from, puts: some } of made) {
          const origin = columns[from % columns.length] as (typeof columns)[number];
          const next = { column: origin.column.copy(), model: new Map(origin.model) };
          // Both sides are written to after the copy.
          for (const [at, one] of some.entries()) {
            const side = at % 3 === 0 ? origin : next;
            side.column.put(one.node, one.x, one.y);
            side.model.set(one.node, [Math.fround(one.x), Math.fround(one.y)]);
          }
          columns.push(next);
        }
        for (const { column, model } of columns) {
          const expected = [...model].sort(([a], [b]) => a - b).map(([at, place]) => [at, ...place]);
          expect(read(column)).toEqual(expected);
        }
      }),
    );
  });

  it("tells just those nodes that stand elsewhere than before, up to a count", () => {
    fc.assert(
      fc.property(puts, puts, node, (first, then, count) => {
        const before = PlaceColumn.none();
        for (const one of first) before.put(one.node, one.x, one.y);
        const after = before.copy();
        for (const one of then) after.put(one.node, one.x, one.y);
        const told: number[] = [];
        after.differing(before, count, (at) => told.push(at));
        const expected = [...new Set(then.map((one) => one.node))]
          .filter((at) => at < count && !(Object.is(before.x(at), after.x(at)) && Object.is(before.y(at), after.y(at))))
          .sort((a, b) => a - b);
        expect(told).toEqual(expected);
      }),
    );
  });

  it("takes over what another one has, and keeps what only it has", () => {
    const mine = PlaceColumn.of([1, 2, Number.NaN, Number.NaN, 5, 6]);
    const others = PlaceColumn.none();
    others.put(1, 3, 4);
    others.put(2, 7, 8);
    others.put(3_000, 9, 9);
    mine.putAll(others);
    expect(read(mine)).toEqual([
      [0, 1, 2],
      [1, 3, 4],
      [2, 7, 8],
      [3_000, 9, 9],
    ]);
  });

  it("has no place for a node that nobody put anywhere", () => {
    const column = PlaceColumn.of([0, 0]);
    expect([column.has(0), column.has(1), column.has(1e6)]).toEqual([true, false, false]);
    expect([column.x(1), column.y(1e6)]).toEqual([Number.NaN, Number.NaN]);
  });
});
