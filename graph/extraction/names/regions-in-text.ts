import { regionSurfaces } from "../regions/gazetteer.ts";
import type { Mention } from "./mention.ts";

/** Two characters as one number: a look-up for every place of a text must not make a string. */
const pair = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

const heads = new Map<number, number[]>();
for (const surface of regionSurfaces.keys()) {
  const head = pair(surface, 0);
  const lengths = heads.get(head) ?? [];
  if (!lengths.includes(surface.length)) lengths.push(surface.length);
  heads.set(head, lengths);
}
for (const lengths of heads.values()) lengths.sort((a, b) => b - a);

/** Words that merely begin like a place: 中国 in 中国式, 海南 in 上海南. */
const notBefore = /^(?:式|话|籍|化学|理工)/;

/** Administrative and economic regions by their full and short names. */
export function regionsIn(text: string): Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < text.length - 1; start++) {
    const lengths = heads.get(pair(text, start));
    if (!lengths) continue;
    for (const length of lengths) {
      const surface = text.slice(start, start + length);
      const division = regionSurfaces.get(surface);
      if (!division || notBefore.test(text.slice(start + length, start + length + 2))) continue;
      found.push({
        start,
        end: start + length,
        kind: "Region",
        name: division.name,
        existing: null,
        confidence: surface === division.name ? 1 : 0.95,
      });
      start += length - 1;
      break;
    }
  }
  return found;
}
