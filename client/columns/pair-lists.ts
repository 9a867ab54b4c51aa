const room = (column: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> => {
  if (needed <= column.length) return column;
  const larger = new Int32Array(Math.ceil(needed * 1.5)).fill(-1);
  larger.set(column);
  return larger;
};

/** For each of many owners, small whole numbers, a list of numbers in the order in which they came; all lists share three columns. */
export class PairLists {
  #first = new Int32Array(0);
  #last = new Int32Array(0);
  #value = new Int32Array(0);
  #next = new Int32Array(0);
  #pairs = 0;

  add(owner: number, value: number): void {
    this.#first = room(this.#first, owner + 1);
    this.#last = room(this.#last, owner + 1);
    this.#value = room(this.#value, this.#pairs + 1);
    this.#next = room(this.#next, this.#pairs + 1);
    const pair = this.#pairs++;
    this.#value[pair] = value;
    this.#next[pair] = -1;
    const last = this.#last[owner] as number;
    if (last < 0) this.#first[owner] = pair;
    else this.#next[last] = pair;
    this.#last[owner] = pair;
  }

  has(owner: number): boolean {
    return (this.#first[owner] ?? -1) >= 0;
  }

  /** Whether one of an owner's numbers meets a condition. */
  some(owner: number, meets: (value: number) => boolean): boolean {
    for (let pair = this.#first[owner] ?? -1; pair >= 0; pair = this.#next[pair] as number)
      if (meets(this.#value[pair] as number)) return true;
    return false;
  }

  of(owner: number): number[] {
    const values: number[] = [];
    this.some(owner, (value) => {
      values.push(value);
      return false;
    });
    return values;
  }
}
