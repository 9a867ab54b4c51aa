/** Random for the process, so that nobody can prepare keys that collide. */
const seeds = crypto.getRandomValues(new Uint32Array(2)) as Uint32Array & { 0: number; 1: number };

/**
 * Numbers by key, in 12 bytes a slot: keys are held as 64-bit keyed hashes, not as text. Among a million keys two different ones are
 * taken for one with a probability below 1 : 10 million.
 */
export class KeyIndex {
  private high = new Uint32Array(1024);
  private low = new Uint32Array(1024);
  /** Number + 1; 0 is an empty slot. */
  private numbers = new Uint32Array(1024);
  private size = 0;

  private slotOf(high: number, low: number): number {
    const mask = this.numbers.length - 1;
    let slot = (high ^ low) & mask;
    while (this.numbers[slot] !== 0 && (this.high[slot] !== high || this.low[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { high, low, numbers } = this;
    const length = numbers.length * 2;
    this.high = new Uint32Array(length);
    this.low = new Uint32Array(length);
    this.numbers = new Uint32Array(length);
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      if (number === 0) continue;
      const slot = this.slotOf(high[at] as number, low[at] as number);
      this.high[slot] = high[at] as number;
      this.low[slot] = low[at] as number;
      this.numbers[slot] = number;
    }
  }

  /** The number held for a key, or -1. */
  get(key: string): number {
    hash(key);
    return (this.numbers[this.slotOf(hashed.high, hashed.low)] as number) - 1;
  }

  /** Holds a number for a key that has none yet: -1 then, else the number that it has and keeps. */
  offer(key: string, number: number): number {
    hash(key);
    const { high, low } = hashed;
    const slot = this.slotOf(high, low);
    const held = this.numbers[slot] as number;
    if (held !== 0) return held - 1;
    this.high[slot] = high;
    this.low[slot] = low;
    this.numbers[slot] = number + 1;
    this.size += 1;
    if (this.size * 5 > this.numbers.length * 3) this.grow();
    return -1;
  }
}

/** Result of the last call of `hash`: one object, since it is asked several times a row. */
const hashed = { high: 0, low: 0 };

function hash(key: string): void {
  let high = seeds[0];
  let low = seeds[1];
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul((low << 13) | (low >>> 19), 5) + Math.imul(code ^ high, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  hashed.high = high >>> 0;
  hashed.low = low >>> 0;
}
