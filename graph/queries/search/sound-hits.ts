import type { SearchIndex } from "./index-entities.ts";
import { type NearRange, nearBeginnings } from "./near-beginnings.ts";
import { end, type SoundOwner, textAt } from "./sound-index.ts";
import { fold, isChinese, soundsOf } from "./surfaces.ts";

/** How a spelling meets the text: all of it, its beginning, or from a later syllable or word on. */
export type Meeting = "whole" | "beginning" | "inside";
export interface SoundHit extends SoundOwner {
  readonly meeting: Meeting;
}

/** Shorter spellings begin too many names to say anything. */
const fewestLetters = { inside: 4, near: 5 } as const;

/** Names that hold a spelling from a syllable or word on, as it is typed: gaoxinqu finds 新余高新区. */
export function soundHits(index: SearchIndex, query: string): SoundHit[] {
  const typed = latin(query);
  return typed.length < fewestLetters.inside ? [] : ownersOf(index, nearBeginnings(index.sounds, typed, 0), () => true);
}

/**
 * Names that sound like a Chinese query, character by character (赣峰), or are spelt like a Latin one but for one letter that is wrong,
 * missing, too many, or swapped with its neighbour (gnafeng). Digits and single characters are taken at their word.
 */
export function nearHits(index: SearchIndex, query: string): SoundHit[] {
  const { sounds } = index;
  if (isChinese(query)) {
    if ([...query].length < 2) return [];
    const sound = soundsOf(query).join("");
    return ownersOf(index, nearBeginnings(sounds, sound, 0), (start) => sounds.boundaries[start + sound.length] === 1);
  }
  const typed = latin(query);
  const asWords = words(query);
  if (typed.length < fewestLetters.near || /\d{3}/.test(typed)) return [];
  const ranges = [typed, ...(asWords === typed ? [] : [asWords])].flatMap((it) => nearBeginnings(sounds, it, 1));
  return ownersOf(index, ranges, () => true);
}

/** Pinyin is stored without blanks. */
const latin = (query: string): string => (isChinese(query) ? "" : words(query).replaceAll(" ", ""));
const words = (query: string): string => soundsOf(fold(query)).join("");

const order: readonly Meeting[] = ["whole", "beginning", "inside"];

/** Each entity once, by the surface that is met best. */
function ownersOf({ sounds }: SearchIndex, ranges: readonly NearRange[], counts: (start: number) => boolean): SoundHit[] {
  const best = new Map<number, SoundHit>();
  for (const { from, to, length } of ranges) {
    for (let at = from; at < to; at++) {
      const start = sounds.starts[at] as number;
      if (!counts(start)) continue;
      const text = textAt(sounds, start);
      const { entity, surface } = sounds.owners[text] as SoundOwner;
      const beginning = sounds.offsets[text] === start;
      const meeting: Meeting = !beginning ? "inside" : sounds.codes[start + length] === end ? "whole" : "beginning";
      const known = best.get(entity);
      if (known !== undefined && order.indexOf(known.meeting) <= order.indexOf(meeting)) continue;
      best.set(entity, { entity, surface, meeting });
    }
  }
  return [...best.values()];
}
