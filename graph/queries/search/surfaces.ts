import { pinyin } from "pinyin-pro";
import type { SearchAnswer } from "#graph/model/api-answers.ts";

export type MatchedField = SearchAnswer["hits"][number]["matched"]["field"];

/** One text under which an entity can be found. */
export interface Surface {
  readonly field: MatchedField;
  readonly text: string;
  /** The document or region in which a scoped alias holds; null for what holds everywhere. */
  readonly scope: string | null;
}

const han = /\p{Script=Han}/u;
export const isChinese = (text: string): boolean => han.test(text);

/** Compared without case, width and blanks. */
export const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** One syllable a character of a Chinese name, other characters as they stand; null for a text without Chinese. */
export const syllablesOf = (text: string): readonly string[] | null =>
  han.test(text) ? pinyin(text, { toneType: "none", type: "array", v: true }).map((it) => it.toLowerCase()) : null;

/** ganfengliye and gfly. */
export const spelling = (syllables: readonly string[]): { full: string; initials: string } => ({
  full: syllables.join("").replaceAll(" ", ""),
  initials: syllables
    .map((it) => it[0] ?? "")
    .join("")
    .replaceAll(" ", ""),
});

/**
 * A text as the sound index takes it: the syllables of a Chinese one, the words of any other with a blank between them. `syllables` are
 * given where they are known already: reading them is most of the work of an index.
 */
export function soundsOf(text: string, syllables = syllablesOf(text)): readonly string[] {
  if (syllables !== null) return syllables.map((it) => it.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "")).filter((it) => it !== "");
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word, at) => (at === 0 ? [word] : [" ", word]));
}

/** The syllables of a short name that stands in the name, read as they are there; else on its own. */
export function syllablesWithin(name: string, syllables: readonly string[] | null, part: string): readonly string[] | null {
  const at = name.indexOf(part);
  return at === -1 || syllables?.length !== name.length ? syllablesOf(part) : syllables.slice(at, at + part.length);
}

/**
 * Index terms: runs of Latin letters and digits as words, Chinese as single characters and pairs.
 * A query of one character finds every name that holds it; a longer one must hold all its pairs.
 */
export function indexTerms(text: string): string[] {
  return [...new Set(runs(text).flatMap((run) => (han.test(run) ? [...singles(run), ...pairs(run)] : [run])))];
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
