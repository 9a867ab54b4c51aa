import { GrowingNumbers } from "#graph/dataset/growing.ts";

/** Random for the process, so that nobody can prepare texts that meet in one slot. */
const seed = crypto.getRandomValues(new Uint32Array(1))[0] as number;

/** Different texts, numbered from 0 in the order in which they came: their bytes and some eight more each, where an object takes a hundred. */
export class Texts {
  private bytes = Buffer.allocUnsafe(1024);
  /** Where each text ends in `bytes`. */
  private readonly ends = new GrowingNumbers();
  /** Number + 1; 0 is an empty slot. */
  private slots = new Uint32Array(1024);

  get size(): number {
    return this.ends.length;
  }

  /** The number of a text, which it gets now when it is new. */
  add(text: string): number {
    const start = this.end(this.size - 1);
    const end = start + this.write(text, start);
    const slot = this.slotOf(start, end);
    const known = this.slots[slot] as number;
    if (known !== 0) return known - 1;
    this.ends.push(end);
    this.slots[slot] = this.size;
    if (this.size * 5 > this.slots.length * 3) this.spread();
    return this.size - 1;
  }

  /** -1 for one that did not come. */
  numberOf(text: string): number {
    const start = this.end(this.size - 1);
    return (this.slots[this.slotOf(start, start + this.write(text, start))] as number) - 1;
  }

  at(number: number): string {
    return this.bytes.toString("utf8", this.end(number - 1), this.end(number));
  }

  private end(number: number): number {
    return this.ends.at(number) ?? 0;
  }

  /** Behind the last text, where it stays when it is kept. */
  private write(text: string, start: number): number {
    if (this.bytes.length - start < text.length * 3) {
      const longer = Buffer.allocUnsafe(Math.ceil(start * 1.5) + text.length * 3);
      this.bytes.copy(longer, 0, 0, start);
      this.bytes = longer;
    }
    return this.bytes.write(text, start, "utf8");
  }

  private slotOf(start: number, end: number): number {
    const { bytes, slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(bytes, start, end) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1;
      if (bytes.compare(bytes, this.end(number - 1), this.end(number), start, end) === 0) break;
    }
    return slot;
  }

  private spread(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      let slot = hashOf(this.bytes, this.end(number - 1), this.end(number)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = seed;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
