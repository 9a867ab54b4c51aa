import type { NodeRow } from "../columns.ts";
import type { SearchIndex } from "./index-entities.ts";
import { type Meeting, nearHits, type SoundHit, soundHits } from "./sound-hits.ts";
import { fold, queryTerms, type Surface } from "./surfaces.ts";

export interface Hit {
  readonly entity: number;
  readonly surface: Surface;
  readonly score: number;
  /** Nearly right: it sounds the same, or one letter differs. */
  readonly near: boolean;
}

/** Tiers of the ranking; within one the degree decides. */
const tiers = { id: 9, name: 8, otherName: 7, spelling: 6, prefix: 5, inside: 4 } as const;
const nearTiers: Record<Meeting, number> = { whole: 2, beginning: 1, inside: 0 };
/** With so many hits as typed, nobody has mistyped. */
const enough = 5;

/**
 * Entities that a query finds, best first: exact name, then short name or alias, then exact pinyin or initials, then a prefix,
 * then anything that holds it; what is only nearly right comes last, and only where little else was found. `score` is the tier
 * plus a fraction that grows with the degree.
 */
export function rankedHits(index: SearchIndex, { query, kinds }: { query: string; kinds: readonly string[] | null }): Hit[] {
  const wanted = fold(query);
  const allowed = ({ entity }: { entity: number }) => kinds === null || kinds.includes((index.entities[entity] as NodeRow).kind);
  const typed = asTyped(index, wanted).filter(allowed);
  const named = index.byId.get(query.trim());
  if (named !== undefined)
    typed.push({ entity: named, surface: { field: "id", text: query.trim(), scope: null }, score: tiers.id, near: false });
  const hits = typed.length >= enough ? typed : [...typed, ...nearlyRight(index, wanted, typed).filter(allowed)];
  return hits.sort((a, b) => b.score - a.score || a.entity - b.entity);
}

function asTyped(index: SearchIndex, wanted: string): Hit[] {
  const terms = queryTerms(wanted);
  if (terms.length === 0) return [];
  const hits: Hit[] = [];
  const seen = new Set<number>();
  for (const { id: entity } of index.words.search(wanted, { tokenize: () => terms, combineWith: "AND", prefix: true })) {
    const matched = bestSurface(index.surfaces[entity as number] ?? [], wanted);
    if (matched === null) continue;
    seen.add(entity as number);
    hits.push({ entity, surface: matched.surface, score: matched.tier + weight(index, entity as number), near: false });
  }
  for (const hit of soundHits(index, wanted)) {
    if (seen.has(hit.entity)) continue;
    const tier = hit.meeting === "whole" ? tiers.spelling : hit.meeting === "beginning" ? tiers.prefix : tiers.inside;
    hits.push({ ...surfaceOf(index, hit), score: tier + weight(index, hit.entity), near: false });
  }
  return hits;
}

function nearlyRight(index: SearchIndex, wanted: string, typed: readonly Hit[]): Hit[] {
  const seen = new Set(typed.map(({ entity }) => entity));
  return nearHits(index, wanted)
    .filter(({ entity }) => !seen.has(entity))
    .map((hit) => ({ ...surfaceOf(index, hit), score: nearTiers[hit.meeting] + weight(index, hit.entity), near: true }));
}

const surfaceOf = ({ surfaces }: SearchIndex, { entity, surface }: SoundHit) => ({
  entity,
  surface: surfaces[entity]?.[surface] as Surface,
});

/** Below 1, and larger with the degree. */
const weight = ({ entities }: SearchIndex, entity: number): number => {
  const { degree } = entities[entity] as NodeRow;
  return degree / (degree + 1000);
};

function bestSurface(surfaces: readonly Surface[], wanted: string): { surface: Surface; tier: number } | null {
  let best: { surface: Surface; tier: number } | null = null;
  for (const surface of surfaces) {
    const tier = tierOf(surface, wanted);
    if (tier !== null && (best === null || tier > best.tier)) best = { surface, tier };
  }
  return best;
}

function tierOf({ field, text }: Surface, wanted: string): number | null {
  const folded = fold(text);
  if (folded === wanted) {
    if (field === "name") return tiers.name;
    return field === "pinyin" || field === "initials" ? tiers.spelling : tiers.otherName;
  }
  if (folded.startsWith(wanted)) return tiers.prefix;
  return folded.includes(wanted) ? tiers.inside : null;
}
