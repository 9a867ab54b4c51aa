import type { SearchIndex } from "./index-entities.ts";
import { fold, queryTerms, type Surface } from "./surfaces.ts";

export interface Hit {
  readonly entity: number;
  readonly surface: Surface;
  readonly score: number;
}

/** Tiers of the ranking; within one the degree decides. */
const tiers = { name: 5, otherName: 4, spelling: 3, prefix: 2, inside: 1, near: 0 } as const;

/**
 * Entities that a query finds, best first: exact name, then short name or alias, then exact pinyin or initials, then a prefix,
 * then anything that holds it; words nearly right come last. `score` is the tier plus a fraction that grows with the degree.
 */
export function rankedHits(index: SearchIndex, { query, kinds }: { query: string; kinds: readonly string[] | null }): Hit[] {
  const wanted = fold(query);
  const terms = queryTerms(wanted);
  if (terms.length === 0) return [];
  const found = index.words.search(wanted, { tokenize: () => terms, combineWith: "AND", prefix: true, fuzzy: fuzziness });
  const best = new Map<number, Hit>();
  for (const { id } of found) {
    const surface = index.surfaces[id as number] as Surface;
    const node = index.entities[surface.entity];
    if (node === undefined || (kinds !== null && !kinds.includes(node.kind))) continue;
    const score = tierOf(surface, wanted) + node.degree / (node.degree + 1000);
    const known = best.get(surface.entity);
    if (known === undefined || score > known.score) best.set(surface.entity, { entity: surface.entity, surface, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.entity - b.entity);
}

/** Only words of Latin letters may be nearly right: one character of Chinese is another word. */
const fuzziness = (term: string): number | false => (/^[a-z]{5,}$/.test(term) ? 1 : false);

function tierOf({ field, text }: Surface, wanted: string): number {
  const folded = fold(text);
  if (folded === wanted) {
    if (field === "name") return tiers.name;
    return field === "pinyin" || field === "initials" ? tiers.spelling : tiers.otherName;
  }
  if (folded.startsWith(wanted)) return tiers.prefix;
  return folded.includes(wanted) ? tiers.inside : tiers.near;
}
