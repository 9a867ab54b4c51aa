import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OverviewOrder } from "#graph/queries/overview-order.ts";

const entity = fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), degree: fc.nat(4), kind: fc.constantFrom("Company", "Park") });

describe("the order of the overview", () => {
  it("gives behind any place what a sorted list of all entities has there", () => {
    const entities = fc.uniqueArray(entity, { selector: ({ id }) => id, maxLength: 40 });
    const place = fc.record({ degree: fc.integer({ min: -1, max: 5 }), id: fc.string({ maxLength: 3 }) });
    const kinds = fc.constantFrom<readonly string[] | null>(null, ["Park"], ["Company", "Park"]);
    fc.assert(
      fc.property(entities, fc.array(place, { maxLength: 4 }), kinds, fc.integer({ min: 1, max: 50 }), (all, places, wanted, count) => {
        const order = new OverviewOrder();
        for (const { degree, id, kind } of all) order.add(degree, id, kind);
        order.close();
        const sorted = all.toSorted((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
        for (const from of places) {
          const behind = sorted.filter(({ degree, id }) => degree < from.degree || (degree === from.degree && id > from.id));
          const expected = behind.filter(({ kind }) => wanted === null || wanted.includes(kind)).map(({ id }) => id);
          expect(order.after(from, { kinds: wanted, count })).toEqual(expected.slice(0, count));
        }
      }),
    );
  });
});
