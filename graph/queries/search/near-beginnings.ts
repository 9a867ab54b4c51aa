import { end, type SoundIndex } from "./sound-index.ts";

/** Beginnings `from` to `to` (of `starts`) whose first `length` letters are the pattern but for `edits` letters. */
export interface NearRange {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly edits: number;
}

/**
 * All beginnings that start with the pattern, up to `most` edits: a letter wrong, missing, too many, or two neighbours swapped
 * (optimal string alignment). A beginning may come more than once, with different lengths. Walks the sorted list as a trie and leaves
 * each branch that can no longer come near, so that its cost hardly grows with the number of names.
 */
export function nearBeginnings(index: SoundIndex, pattern: string, most: number): NearRange[] {
  const wanted = Uint16Array.from(pattern, (letter) => letter.charCodeAt(0));
  const { codes, starts } = index;
  const found: NearRange[] = [];

  const walk = (from: number, to: number, depth: number, row: readonly number[], above: readonly number[] | null, last: number): void => {
    const edits = row[wanted.length] as number;
    if (edits <= most) found.push({ from, to, length: depth, edits });
    if (Math.min(...row) > most) return;
    for (let at = from; at < to; ) {
      const code = codes[(starts[at] as number) + depth] as number;
      const next = firstAbove(index, { from: at, to, depth, code });
      if (code !== end) walk(at, next, depth + 1, nextRow({ wanted, row, above, code, last }), row, code);
      at = next;
    }
  };

  walk(
    0,
    starts.length,
    0,
    Array.from({ length: wanted.length + 1 }, (_, at) => at),
    null,
    -1,
  );
  return found;
}

interface Step {
  wanted: Uint16Array;
  row: readonly number[];
  above: readonly number[] | null;
  code: number;
  last: number;
}

/** Distances of the letters so far, one letter further, to each beginning of the pattern. */
function nextRow({ wanted, row, above, code, last }: Step): number[] {
  const next = [(row[0] as number) + 1];
  for (let at = 1; at <= wanted.length; at++) {
    const same = wanted[at - 1] === code ? 0 : 1;
    let least = Math.min((row[at - 1] as number) + same, (row[at] as number) + 1, (next[at - 1] as number) + 1);
    if (above !== null && at > 1 && wanted[at - 2] === code && wanted[at - 1] === last)
      least = Math.min(least, (above[at - 2] as number) + 1);
    next.push(least);
  }
  return next;
}

function firstAbove(
  { codes, starts }: SoundIndex,
  { from, to, depth, code }: { from: number; to: number; depth: number; code: number },
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[(starts[middle] as number) + depth] as number) <= code) low = middle + 1;
    else high = middle;
  }
  return low;
}
