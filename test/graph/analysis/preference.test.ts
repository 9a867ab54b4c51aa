import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byPreference, type Claim, whyPreferred } from "#graph/analysis/preference.ts";
import { byPreference as asTheStoreRanks, type Rival, resolveRivals } from "#graph/changes/derive.ts";
import { reliabilityOrder } from "#graph/vocabulary/marks.ts";

const claim = (part: Partial<Claim> = {}): Claim => ({
  id: "m-a",
  rank: "normal",
  derived: [],
  confidence: 1,
  assertedAt: "2024-03",
  evidence: [{ reliability: "medium" }],
  ...part,
});
const other = (part: Partial<Claim> = {}): Claim => claim({ id: "m-b", ...part });

describe("why one claim stands before another", () => {
  it.each([
    ["it holds since the other ended", { validFrom: "2022" }, { rank: "preferred", assertedAt: "2025" }, "follows"],
    ["a source ranks it itself", { rank: "preferred" }, { assertedAt: "2025" }, "ranked"],
    ["it is an actual figure, the other a forecast", { modality: "actual" }, { modality: "forecast", assertedAt: "2025" }, "actual"],
    ["its source is of a better class", { evidence: [{ reliability: "high" }] }, { assertedAt: "2025" }, "reliability"],
    ["the best of its sources counts", { evidence: [{ reliability: "low" }, { reliability: "high" }] }, {}, "reliability"],
    ["it was said later", { assertedAt: "2025-01" }, { confidence: 1 }, "later"],
    ["its document has a date", {}, { assertedAt: null }, "later"],
    ["it is surer", { confidence: 0.95 }, { confidence: 0.7 }, "confidence"],
    ["nothing tells them apart", {}, {}, "order"],
  ] as const)("is that %s", (_, better, worse, code) => {
    const [a, b] = [claim(better as Partial<Claim>), other(worse as Partial<Claim>)];
    expect(whyPreferred(a, b)?.code).toBe(code);
    expect(whyPreferred(b, a)).toBeNull();
    expect([b, a].sort(byPreference)[0]).toBe(a);
  });

  it("does not take the store's own ranking for a source's", () => {
    expect(whyPreferred(claim({ rank: "preferred", derived: ["rank"] }), other({ assertedAt: "2025" }))).toBeNull();
  });

  it("names both sides in both languages", () => {
    expect(whyPreferred(claim({ assertedAt: "2026-01-30" }), other())).toMatchObject({
      zh: "后说为准（2026-01-30，另一个为2024-03）",
      en: "The later word counts (2026-01-30 against 2024-03)",
    });
  });

  it("agrees with what the store prefers, whatever the claims", () => {
    const some = fc.record({
      id: fc.constantFrom("m-1", "m-2", "m-3", "m-4", "m-5"),
      confidence: fc.constantFrom(1, 0.95, 0.7),
      assertedAt: fc.option(fc.constantFrom("2023", "2024-03", "2024-03-05")),
      reliability: fc.constantFrom(...reliabilityOrder),
      rank: fc.constantFrom("normal", "preferred"),
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { minLength: 2, selector: ({ id }) => id }), (drawn) => {
        // At most one is ranked by its source.
        const rivals = drawn.map((it, index) => ({ ...it, rank: index === 0 ? it.rank : "normal" }));
        const claims = rivals.map(({ reliability, ...it }) => claim({ ...it, evidence: [{ reliability }] }));
        const stored: Rival[] = rivals.map((it) => ({ ...it, said: it.id, assertedAt: it.assertedAt ?? undefined }));
        const ranked = stored.find(({ rank }) => rank === "preferred");
        const preferred = ranked?.id ?? [...resolveRivals(stored).preferred][0];
        expect([...claims].sort(byPreference)[0]?.id).toBe(preferred);
        const unranked = claims.map((it) => ({ ...it, rank: "normal" })).sort(byPreference);
        expect(unranked.map(({ id }) => id)).toEqual([...stored].sort(asTheStoreRanks).map(({ id }) => id));
      }),
    );
  });
});
