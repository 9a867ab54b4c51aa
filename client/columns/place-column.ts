/** Nodes of one stretch, as a power of two. */
const shift = 10;
const within = (1 << shift) - 1;
const wordsOf = 2 << shift;

/**
 * Where nodes stand, in layout units, as a value: a copy costs a word for each stretch of nodes, and shares the stretches that neither side
 * writes to, so that many steps of a history cost what differs between them. A node that nobody put anywhere has NaN for both.
 */
export class PlaceColumn {
  readonly #stretches: Float32Array[];
  /** 1 for a stretch that no copy shares. */
  #own: Uint8Array;

  private constructor(stretches: Float32Array[]) {
    this.#stretches = stretches;
    this.#own = new Uint8Array(stretches.length);
  }

  static none(): PlaceColumn {
    return new PlaceColumn([]);
  }

  /** From x, y pairs by node. */
  static of(pairs: ArrayLike<number>): PlaceColumn {
    const column = PlaceColumn.none();
    for (let node = 0; 2 * node + 1 < pairs.length; node++)
      if (!Number.isNaN(pairs[2 * node])) column.put(node, pairs[2 * node] as number, pairs[2 * node + 1] as number);
    return column;
  }

  copy(): PlaceColumn {
    this.#own.fill(0);
    return new PlaceColumn(this.#stretches.slice());
  }

  x(node: number): number {
    return this.#stretches[node >>> shift]?.[2 * (node & within)] ?? Number.NaN;
  }
  y(node: number): number {
    return this.#stretches[node >>> shift]?.[2 * (node & within) + 1] ?? Number.NaN;
  }
  has(node: number): boolean {
    return !Number.isNaN(this.x(node));
  }

  put(node: number, x: number, y: number): void {
    const at = node >>> shift;
    while (this.#stretches.length <= at) this.#stretches.push(nowhere);
    if (this.#own[at] !== 1) this.#take(at);
    const stretch = this.#stretches[at] as Float32Array;
    stretch[2 * (node & within)] = x;
    stretch[2 * (node & within) + 1] = y;
  }

  #take(at: number): void {
    if (this.#own.length <= at) {
      const longer = new Uint8Array(2 * at + 1);
      longer.set(this.#own);
      this.#own = longer;
    }
    this.#stretches[at] = (this.#stretches[at] as Float32Array).slice();
    this.#own[at] = 1;
  }

  /** Takes over all places that another column has. */
  putAll(other: PlaceColumn): void {
    for (const [at, stretch] of other.#stretches.entries()) {
      if (stretch === this.#stretches[at] || stretch === nowhere) continue;
      for (let word = 0; word < wordsOf; word += 2)
        if (!Number.isNaN(stretch[word])) this.put((at << shift) + (word >>> 1), stretch[word] as number, stretch[word + 1] as number);
    }
  }

  /** The nodes below `count` whose place is another one than before, told bit by bit; stretches that both share are not looked at. */
  differing(before: PlaceColumn, count: number, seen: (node: number) => void): void {
    for (let at = 0; at << shift < count; at++) {
      const [one, other] = [before.#stretches[at] ?? nowhere, this.#stretches[at] ?? nowhere];
      if (one === other) continue;
      const [was, is] = [bitsOf(one), bitsOf(other)];
      const end = Math.min(wordsOf, 2 * (count - (at << shift)));
      for (let word = 0; word < end; word += 2)
        if (was[word] !== is[word] || was[word + 1] !== is[word + 1]) seen((at << shift) + (word >>> 1));
    }
  }
}

/** What a stretch is before somebody is put there. */
const nowhere = new Float32Array(wordsOf).fill(Number.NaN);

/** The same stretch as whole numbers: equal bits are told without a look at what is no number. */
const bitsOf = ({ buffer, byteOffset, length }: Float32Array): Int32Array => new Int32Array(buffer, byteOffset, length);
