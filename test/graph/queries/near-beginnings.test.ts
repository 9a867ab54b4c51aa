import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearBeginnings } from "#graph/queries/search/near-beginnings.ts";
import { SoundIndexBuilder, textAt } from "#graph/queries/search/sound-index.ts";

const built = (names: readonly (readonly string[])[]) => {
  const builder = new SoundIndexBuilder();
  for (const [entity, syllables] of names.entries()) builder.add({ entity, surface: 0 }, syllables);
  return builder.build(async () => {});
};

/** Optimal string alignment, from its definition. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const swapped =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? distance(a.slice(0, -2), b.slice(0, -2)) + 1
      : Number.POSITIVE_INFINITY;
  return Math.min(
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    swapped,
  );
}

const syllable = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 3 });
const names = fc.array(fc.array(syllable, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

describe("beginnings that are nearly a pattern", () => {
  it("are exactly those whose distance to it is small enough", async () => {
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 5 }),
        fc.constantFrom(0, 1),
        async (all, pattern, most) => {
          const index = await built(all);
          const found = new Set<string>();
          for (const { from, to, length, edits } of nearBeginnings(index, pattern, most)) {
            expect(edits).toBeLessThanOrEqual(most);
            for (let at = from; at < to; at++) found.add(`${index.starts[at]} ${length}`);
          }
          const expected = new Set<string>();
          for (const start of index.starts) {
            const text = textAt(index, start);
            const whole = all[index.owners[text]?.entity ?? -1]?.join("") ?? "";
            const rest = whole.slice(start - (index.offsets[text] ?? 0));
            for (let length = 0; length <= rest.length; length++)
              if (distance(rest.slice(0, length), pattern) <= most) expected.add(`${start} ${length}`);
          }
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it("begin at every syllable, and nowhere else", async () => {
    const index = await built([["xin", "yu", "gao", "xin", "qu"]]);
    const places = (pattern: string) => nearBeginnings(index, pattern, 0).flatMap(({ from, to }) => [...index.starts.slice(from, to)]);
    expect(places("gaoxin")).toEqual([5]);
    expect(places("xin").sort((a, b) => a - b)).toEqual([0, 8]);
    expect(places("ugao")).toEqual([]);
  });
});
