/** How a text answers what was typed; 0: not at all. */
export const tiers = { exact: 6, beginning: 5, word: 4, inside: 3, initials: 2, near: 1 } as const;

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().trim();
const wordsOf = (text: string): string[] => text.match(/[\p{Script=Han}]+|[^\s\p{P}\p{Script=Han}]+/gu) ?? [];

/** The best tier in which any of the texts (a title in each language) holds all that was typed; each typed word may stand anywhere. */
export function matchTier(typed: string, texts: readonly string[]): number {
  const wanted = fold(typed);
  if (wanted === "") return 0;
  return Math.max(0, ...texts.map((text) => tierIn(wanted, fold(text))));
}

function tierIn(wanted: string, text: string): number {
  if (text === wanted) return tiers.exact;
  if (text.startsWith(wanted)) return tiers.beginning;
  const words = wordsOf(text);
  if (wanted.length > 1 && initialsOf(words).startsWith(wanted)) return tiers.initials;
  return Math.min(...wordsOf(wanted).map((word) => wordTier(word, text, words)), tiers.word);
}

function wordTier(wanted: string, text: string, words: readonly string[]): number {
  if (words.some((word) => word.startsWith(wanted))) return tiers.word;
  if (text.includes(wanted)) return tiers.inside;
  return words.some((word) => beginsNearly(word, wanted)) ? tiers.near : 0;
}

const initialsOf = (words: readonly string[]): string => words.map((word) => word[0]).join("");

/** Fewer letters begin too many words to be a slip of the finger. */
const fewestLetters = 4;

/** Whether a word begins with what was typed but for one letter that is wrong, missing, too many, or swapped with its neighbour. */
export function beginsNearly(word: string, typed: string): boolean {
  if (typed.length < fewestLetters || !/^[a-z]+$/.test(typed)) return false;
  let same = 0;
  while (same < typed.length && word[same] === typed[same]) same++;
  const rest = typed.slice(same + 1);
  return (
    same === typed.length ||
    word.slice(same + 1).startsWith(rest) ||
    word.slice(same).startsWith(rest) ||
    word.slice(same + 1).startsWith(typed.slice(same)) ||
    (word[same] === typed[same + 1] && word[same + 1] === typed[same] && word.slice(same + 2).startsWith(typed.slice(same + 2)))
  );
}
