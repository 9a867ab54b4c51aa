const perPage = 8192;

/** Digests of one width, numbered in the order in which they came. They are spread already: their first bytes say where they are found. */
export class Digests {
  private readonly width: number;
  private readonly pages: Buffer[] = [];
  /** Number + 1 of the last of those with one digest; 0 is an empty slot. Only where they are looked for. */
  private slots: Uint32Array | null;
  private readonly given: Buffer;
  size = 0;

  constructor(width: number, { isSearched = false } = {}) {
    this.width = width;
    this.given = Buffer.alloc(width);
    this.slots = isSearched ? new Uint32Array(1024) : null;
  }

  push(text: string, encoding: "hex" | "base64url"): void {
    this.read(text, encoding);
    if (this.size % perPage === 0) this.pages.push(Buffer.allocUnsafe(perPage * this.width));
    this.given.copy(this.page(this.size), this.place(this.size));
    this.size += 1;
    if (this.slots === null) return;
    this.slots[this.slotOf()] = this.size;
    if (this.size * 5 > this.slots.length * 3) this.spread();
  }

  /** The last with this digest; -1 without one. */
  numberOf(text: string, encoding: "hex" | "base64url"): number {
    this.read(text, encoding);
    return ((this.slots as Uint32Array)[this.slotOf()] as number) - 1;
  }

  isAt(number: number, text: string, encoding: "hex" | "base64url"): boolean {
    this.read(text, encoding);
    return this.isGiven(number);
  }

  at(number: number, encoding: "hex" | "base64url"): string {
    const start = this.place(number);
    return this.page(number).toString(encoding, start, start + this.width);
  }

  private page(number: number): Buffer {
    return this.pages[Math.floor(number / perPage)] as Buffer;
  }
  private place(number: number): number {
    return (number % perPage) * this.width;
  }
  private read(text: string, encoding: "hex" | "base64url"): void {
    const written = this.given.write(text, 0, encoding);
    if (written < this.width) this.given.fill(0, written);
  }
  private isGiven(number: number): boolean {
    const start = this.place(number);
    return this.page(number).compare(this.given, 0, this.width, start, start + this.width) === 0;
  }

  private slotOf(): number {
    const slots = this.slots as Uint32Array;
    const mask = slots.length - 1;
    let slot = this.given.readUInt32LE(0) & mask;
    while (slots[slot] !== 0 && !this.isGiven((slots[slot] as number) - 1)) slot = (slot + 1) & mask;
    return slot;
  }

  private spread(): void {
    const before = this.slots as Uint32Array;
    const slots = new Uint32Array(before.length * 2);
    const mask = slots.length - 1;
    for (const held of before) {
      if (held === 0) continue;
      let slot = this.page(held - 1).readUInt32LE(this.place(held - 1)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = held;
    }
    this.slots = slots;
  }
}
