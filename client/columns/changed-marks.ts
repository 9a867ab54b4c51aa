let last: { before: Uint8Array; after: Uint8Array; changed: readonly number[] } | null = null;

/**
 * Places at which two columns of marks differ; beyond the end of either all are 0. Neither may be changed in place: whoever asks for the
 * same two again, as several do after one action, is answered at once.
 */
export function changedMarks(before: Uint8Array, after: Uint8Array): readonly number[] {
  if (before === after) return [];
  if (last?.before === before && last.after === after) return last.changed;
  const changed: number[] = [];
  const length = Math.max(before.length, after.length);
  const words = Math.min(wordsOf(before).length, wordsOf(after).length);
  const [wordsBefore, wordsAfter] = [wordsOf(before), wordsOf(after)];
  const compare = (from: number, to: number): void => {
    for (let at = from; at < to; at++) if ((before[at] ?? 0) !== (after[at] ?? 0)) changed.push(at);
  };
  for (let word = 0; word < words; word++) if (wordsBefore[word] !== wordsAfter[word]) compare(4 * word, 4 * word + 4);
  compare(4 * words, length);
  last = { before, after, changed };
  return changed;
}

/** Four marks at once; none where the column does not begin at a word. */
const wordsOf = ({ buffer, byteOffset, length }: Uint8Array): Uint32Array =>
  byteOffset % 4 === 0 ? new Uint32Array(buffer, byteOffset, length >>> 2) : new Uint32Array(0);
