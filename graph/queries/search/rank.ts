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
  const hits: Hit[] = [];
  for (const { id: entity, terms: near } of found) {
    const node = index.entities[entity];
    if (node === undefined || (kinds !== null && !kinds.includes(node.kind))) continue;
    const matched = bestSurface(index.surfaces[entity] ?? [], wanted, near);
    if (matched !== null) hits.push({ entity, surface: matched.surface, score: matched.tier + node.degree / (node.degree + 1000) });
  }
  const named = index.byId.get(query.trim());
  if (named !== undefined) hits.push({ entity: named, surface: { field: "id", text: query.trim(), scope: null }, score: tiers.name + 1 });
  return hits.sort((a, b) => b.score - a.score || a.entity - b.entity);
}

/** Among surfaces that hold no more than a word nearly right, the one that holds it. */
function bestSurface(surfaces: readonly Surface[], wanted: string, near: readonly string[]): { surface: Surface; tier: number } | null {
  let best: { surface: Surface; tier: number } | null = null;
  for (const surface of surfaces) {
    const tier = tierOf(surface, wanted) ?? (near.some((term) => fold(surface.text).includes(term)) ? tiers.near : null);
    if (tier === null) continue;
    if (best === null || tier > best.tier) best = { surface, tier };
  }
  return best;
}

/** Only words of Latin letters may be nearly right: one character of Chinese is another word. */
const fuzziness = (term: string): number | false => (/^[a-z]{5,}$/.test(term) ? 1 : false);

function tierOf({ field, text }: Surface, wanted: string): number | null {
  const folded = fold(text);
  if (folded === wanted) {
    if (field === "name") return tiers.name;
    return field === "pinyin" || field === "initials" ? tiers.spelling : tiers.otherName;
  }
  if (folded.startsWith(wanted)) return tiers.prefix;
  return folded.includes(wanted) ? tiers.inside : null;
}
