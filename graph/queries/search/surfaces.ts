import { pinyin } from "pinyin-pro";
import type { SearchAnswer } from "#graph/model/api-answers.ts";

export type MatchedField = SearchAnswer["hits"][number]["matched"]["field"];

/** One text under which an entity can be found. */
export interface Surface {
  readonly entity: number;
  readonly field: MatchedField;
  readonly text: string;
  /** The document or region in which a scoped alias holds; null for what holds everywhere. */
  readonly scope: string | null;
}

const han = /\p{Script=Han}/u;

/** Compared without case, width and blanks. */
export const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Full pinyin and initials of a Chinese name: ganfengliye, gfly. Empty for a text without Chinese. */
export function spelling(text: string): { full: string; initials: string } | null {
  if (!han.test(text)) return null;
  const syllables = pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true });
  const full = fold(syllables.join("")).replaceAll(" ", "");
  const initials = fold(syllables.map((it) => (/^[a-z]+$/i.test(it) ? it[0] : it)).join("")).replaceAll(" ", "");
  return { full, initials };
}

/**
 * Index terms: runs of Latin letters and digits as words, Chinese as single characters and pairs.
 * A query of one character finds every name that holds it; a longer one must hold all its pairs.
 */
export function indexTerms(text: string): string[] {
  return runs(text).flatMap((run) => (han.test(run) ? [...singles(run), ...pairs(run)] : [run]));
}

export function queryTerms(text: string): string[] {
  return runs(text).flatMap((run) => (han.test(run) && [...run].length > 1 ? pairs(run) : [run]));
}

const runs = (text: string): string[] => fold(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
const singles = (run: string): string[] => [...run];
const pairs = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};
