import type { FreshnessFacts, KnownDocument } from "./freshness.ts";

/** A claim by what it is about and what it rests on; ids. */
export interface SpokenClaim {
  entities: readonly string[];
  documents: readonly string[];
}

/** Who spoke of what: the last dated document of each entity, and of each document how much it says and of which entity most. */
export function speechOf(
  claims: Iterable<SpokenClaim>,
  documents: ReadonlyMap<string, KnownDocument>,
): Pick<FreshnessFacts, "lastSpoken" | "spoken"> {
  const lastSpoken = new Map<string, string>();
  const counts = new Map<string, { claims: number; entities: Map<string, number> }>();
  const isLater = (id: string, than: string | undefined): boolean => {
    const published = documents.get(id)?.published;
    if (published == null) return false;
    const known = than === undefined ? "" : (documents.get(than)?.published ?? "");
    return published > known || (published === known && than !== undefined && id < than);
  };
  for (const claim of claims) {
    for (const document of claim.documents) {
      const count = counts.get(document) ?? { claims: 0, entities: new Map<string, number>() };
      counts.set(document, count);
      count.claims += 1;
      for (const entity of new Set(claim.entities)) {
        count.entities.set(entity, (count.entities.get(entity) ?? 0) + 1);
        if (isLater(document, lastSpoken.get(entity))) lastSpoken.set(entity, document);
      }
    }
  }
  const spoken = new Map(
    [...counts].map(([document, { claims: total, entities }]) => {
      const [mostly, of] = [...entities].reduce((best, it) => (it[1] > best[1] || (it[1] === best[1] && it[0] < best[0]) ? it : best), [
        "",
        0,
      ] as [string, number]);
      return [document, { claims: total, mostly, of }] as const;
    }),
  );
  return { lastSpoken, spoken };
}
