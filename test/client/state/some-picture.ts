import fc from "fast-check";
import type { SavedPicture } from "#graph/model/view.ts";

const id = fc.stringMatching(/^(co|proj|park|chain)-[a-z0-9]{1,12}$/);
const ids = fc.uniqueArray(id, { maxLength: 8 });
const place = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const length = fc.double({ min: 0, max: 5_000, noNaN: true });
const title = fc.oneof(
  fc.constant(null),
  fc.record({ entity: id }),
  fc.record({ zh: fc.string({ maxLength: 5 }), en: fc.string({ maxLength: 5 }) }),
);

/** Any picture that can be saved. */
export const somePicture: fc.Arbitrary<SavedPicture> = fc
  .record({
    shown: fc.uniqueArray(id, { maxLength: 40 }),
    places: fc.array(fc.option(place), { minLength: 80, maxLength: 80 }),
    exploration: fc.record({
      hiddenKinds: fc.subarray(["Company", "Park", "Fund", "Event"]),
      hiddenTypes: fc.subarray(["BUILDS", "SUPPLIES", "COVERS"]),
      status: fc.constantFrom("all", "stated", "inferred", "reference"),
      minConfidence: fc.double({ min: 0, max: 1, noNaN: true }).map((it) => it + 0),
      selection: ids,
      edge: fc.option(id),
      highlight: fc.option(fc.record({ nodes: ids, edges: ids, style: fc.constantFrom("result", "path") })),
      layout: fc.constantFrom("force", "lanes", "nested", "radial", "grid"),
      pinned: ids,
      groups: fc.array(
        fc.record({
          key: fc.string({ minLength: 1, maxLength: 9 }),
          by: fc.constantFrom("kind", "chain", "park", "community", "hand"),
          title: fc.string({ maxLength: 9, unit: "grapheme" }),
          members: ids,
          open: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      style: fc.record({ size: fc.string({ maxLength: 9 }), colour: fc.string({ maxLength: 9 }), thickness: fc.string({ maxLength: 9 }) }),
      clocks: fc.record({ heldAt: fc.option(fc.constantFrom("2023", "2024-06")), saidBy: fc.option(fc.constantFrom("2024-Q1")) }),
      trust: fc.record({ documents: fc.option(ids), reliability: fc.option(fc.constantFrom("high", "medium", "low")) }),
      unknown: fc.constantFrom({}, { unknownShown: true }),
    }),
    guides: fc.array(
      fc.oneof(
        fc.record({ shape: fc.constant("circle"), x: place, y: place, radius: length, title }),
        fc.record({ shape: fc.constant("box"), x: place, y: place, width: length, height: length, title }),
      ),
      { maxLength: 4 },
    ),
    leftOut: fc.uniqueArray(id, { maxLength: 4 }),
    camera: fc.option(
      fc.record({
        x: place,
        y: place,
        ratio: fc.double({ min: 0.001, max: 500, noNaN: true }),
        width: fc.integer({ min: 1, max: 4000 }),
        height: fc.integer({ min: 1, max: 4000 }),
      }),
    ),
  })
  .map(
    ({ shown, places, exploration: { unknown, ...exploration }, guides, camera, leftOut }) =>
      ({
        exploration: { version: 1, shown, positions: places.slice(0, 2 * shown.length), ...exploration, ...unknown },
        guides,
        camera,
        ...(leftOut.length > 0 && { leftOut }),
      }) as SavedPicture,
  );
