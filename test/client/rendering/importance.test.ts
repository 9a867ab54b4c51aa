import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NodeColumns } from "#client/rendering/columns.ts";
import { Importance } from "#client/rendering/importance.ts";

const append = (nodes: NodeColumns, degrees: readonly number[]): void => {
  const first = nodes.count;
  const id = degrees.map((_, at) => `co-${first + at}`);
  const part = { id, kind: new Uint8Array(id.length), name: id, nameEn: id.map(() => null), degree: Uint32Array.from(degrees) };
  nodes.append(part, new Float32Array(2 * id.length));
};
const largestFirst = (weights: readonly number[]) =>
  [...weights.keys()].sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
const degree = fc.nat(300);

describe("the order in which nodes matter", () => {
  it("is by degree, the largest first and equal ones in their order, however the nodes came", () => {
    fc.assert(
      fc.property(fc.array(fc.array(degree, { maxLength: 30 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const nodes = new NodeColumns();
        const importance = new Importance();
        for (const part of parts) {
          append(nodes, part);
          // From 255 links on nodes are equally important.
          const weights = [...nodes.degree.subarray(0, nodes.count)].map((one) => Math.min(255, one));
          expect([...importance.order(nodes)]).toEqual(largestFirst(weights));
        }
      }),
    );
  });

  it("follows the sizes while nodes have some of their own, and the degree again after that", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ degree, radius: fc.integer({ min: 4, max: 28 }), again: fc.integer({ min: 4, max: 28 }) })),
        (made) => {
          const nodes = new NodeColumns();
          const importance = new Importance();
          append(
            nodes,
            made.map((one) => one.degree),
          );
          const byDegree = [...importance.order(nodes)];
          for (const sizes of [made.map(({ radius }) => radius), made.map(({ again }) => again)]) {
            nodes.style(Float32Array.from(sizes), null);
            importance.forgetSizes();
            expect([...importance.order(nodes)]).toEqual(largestFirst(sizes));
          }
          nodes.style(null, null);
          expect([...importance.order(nodes)]).toEqual(byDegree);
        },
      ),
    );
  });
});
