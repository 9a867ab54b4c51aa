import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlaceColumn } from "#client/columns/place-column.ts";
import { NodeColumns } from "#client/rendering/columns.ts";
import { Places } from "#client/rendering/places.ts";

const append = (nodes: NodeColumns, many: number): void => {
  const id = Array.from({ length: many }, (_, at) => `co-${nodes.count + at}`);
  const part = { id, kind: new Uint8Array(many), name: id, nameEn: id.map(() => null), degree: new Uint32Array(many) };
  nodes.append(part, new Float32Array(2 * many).fill(-1));
};

const spot = fc.record({ node: fc.nat(39), x: fc.integer({ min: -99, max: 99 }), y: fc.integer({ min: -99, max: 99 }) });
const act = fc.oneof(
  fc.record({ what: fc.constant("set" as const), spots: fc.array(spot, { maxLength: 6 }), ms: fc.constantFrom(0, 100) }),
  fc.record({ what: fc.constant("by hand" as const), spot }),
  fc.record({ what: fc.constant("frame" as const), ms: fc.integer({ min: 0, max: 150 }) }),
  fc.record({ what: fc.constant("append" as const), many: fc.integer({ min: 1, max: 5 }) }),
);

describe("places", () => {
  it("lead every node to where it was sent last, whatever was moved by hand, under way or new before that", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), fc.array(spot, { maxLength: 6 }), (acts, spots) => {
        const nodes = new NodeColumns();
        append(nodes, 20);
        const places = new Places(nodes, () => undefined);
        let sent = PlaceColumn.none();
        let now = 0;
        const send = (some: typeof spots, ms: number): void => {
          sent = sent.copy();
          for (const { node, x, y } of some) sent.put(node, x, y);
          places.set(sent, ms);
        };
        for (const one of acts) {
          if (one.what === "set") send(one.spots, one.ms);
          else if (one.what === "append") append(nodes, one.many);
          else if (one.what === "frame") {
            now += one.ms;
            places.advance(now);
          } else if (one.spot.node < nodes.count) {
            places.finish();
            nodes.move(one.spot.node, one.spot.x, one.spot.y);
            places.strayed(one.spot.node);
          }
        }
        send(spots, 100);
        places.finish();
        for (let node = 0; node < nodes.count; node++)
          expect([nodes.x(node), nodes.y(node)]).toEqual([sent.x(node) || 0, sent.y(node) || 0]);
      }),
      { numRuns: 400 },
    );
  });
});
