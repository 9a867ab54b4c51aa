/** Slots by two numbers below 2^32, dense from 0 in the order in which they were asked for first: a map without an object for each key. */
export class KeyTable {
  count = 0;
  #a = new Uint32Array(0);
  #b = new Uint32Array(0);
  /** Slot + 1 by place, 0 where none is; as many places as a power of two. */
  #places = new Uint32Array(64);

  slot(a: number, b: number): number {
    if (2 * this.count >= this.#places.length) this.#grow();
    const place = this.#placeOf(a, b);
    const known = this.#places[place] as number;
    if (known > 0) return known - 1;
    const slot = this.count++;
    if (slot >= this.#a.length) {
      this.#a = longer(this.#a, slot + 1);
      this.#b = longer(this.#b, slot + 1);
    }
    this.#a[slot] = a;
    this.#b[slot] = b;
    this.#places[place] = slot + 1;
    return slot;
  }

  #placeOf(a: number, b: number): number {
    const mask = this.#places.length - 1;
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let place = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const slot = (this.#places[place] as number) - 1;
      if (slot < 0 || (this.#a[slot] === a && this.#b[slot] === b)) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    this.#places = new Uint32Array(2 * this.#places.length);
    for (let slot = 0; slot < this.count; slot++) this.#places[this.#placeOf(this.#a[slot] as number, this.#b[slot] as number)] = slot + 1;
  }
}

function longer(column: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(needed * 1.5) + 16);
  larger.set(column);
  return larger;
}
