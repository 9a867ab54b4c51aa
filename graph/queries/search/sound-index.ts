/** A place in a text that a person may begin to type from, and whose text it is. */
export interface SoundOwner {
  readonly entity: number;
  /** Index into the surfaces of the entity. */
  readonly surface: number;
}

/**
 * Latin spellings of names, one behind the other, with the sorted places where a syllable or a word begins: a sorted list of all beginnings
 * is a trie that needs no nodes. Each text ends with `end`, the lowest code.
 */
export interface SoundIndex {
  readonly codes: Uint16Array;
  readonly starts: Uint32Array;
  /** 1 where a syllable or word begins or ends. */
  readonly boundaries: Uint8Array;
  /** Where each text begins, rising, and whose it is. */
  readonly offsets: Uint32Array;
  readonly owners: readonly SoundOwner[];
}

export const end = 10;

export class SoundIndexBuilder {
  #codes = new Uint16Array(4096);
  #length = 0;
  readonly #boundaries: number[] = [];
  readonly #starts: number[] = [];
  readonly #offsets: number[] = [];
  readonly #owners: SoundOwner[] = [];

  /** The parts of one spelling: syllables, or words with a blank between them. */
  add(owner: SoundOwner, parts: readonly string[]): void {
    if (parts.every((part) => part === "")) return;
    this.#offsets.push(this.#length);
    this.#owners.push(owner);
    for (const part of parts) {
      this.#boundaries.push(this.#length);
      if (part !== " " && part !== "") this.#starts.push(this.#length);
      for (let at = 0; at < part.length; at++) this.#put(part.charCodeAt(at));
    }
    this.#boundaries.push(this.#length);
    this.#put(end);
  }

  #put(code: number): void {
    if (this.#length === this.#codes.length) {
      const larger = new Uint16Array(this.#length * 2);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    this.#codes[this.#length++] = code;
  }

  /** Sorts by the first two letters and then each heap of its own; `pause` is awaited between heaps. */
  async build(pause: () => Promise<void>): Promise<SoundIndex> {
    const codes = this.#codes.slice(0, this.#length);
    const boundaries = new Uint8Array(this.#length + 1);
    for (const place of this.#boundaries) boundaries[place] = 1;
    const heaps = new Map<number, number[]>();
    for (const start of this.#starts) {
      const key = (codes[start] as number) * 65_536 + (codes[start + 1] as number);
      const heap = heaps.get(key);
      if (heap === undefined) heaps.set(key, [start]);
      else heap.push(start);
    }
    const starts = new Uint32Array(this.#starts.length);
    let filled = 0;
    for (const key of [...heaps.keys()].sort((a, b) => a - b)) {
      const heap = heaps.get(key) as number[];
      starts.set(
        heap.sort((a, b) => compare(codes, a, b)),
        filled,
      );
      filled += heap.length;
      await pause();
    }
    return { codes, starts, boundaries, offsets: Uint32Array.from(this.#offsets), owners: this.#owners };
  }
}

function compare(codes: Uint16Array, a: number, b: number): number {
  for (let depth = 0; ; depth++) {
    const difference = (codes[a + depth] as number) - (codes[b + depth] as number);
    if (difference !== 0) return difference;
    if (codes[a + depth] === end) return a - b;
  }
}

/** The text that holds a place, as an index into `owners`. */
export function textAt({ offsets }: SoundIndex, place: number): number {
  let low = 0;
  let high = offsets.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) <= place) low = middle;
    else high = middle;
  }
  return low;
}
