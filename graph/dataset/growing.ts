/** A list of whole numbers from 0 to 2³² − 1 that grows, four bytes each. */
export class GrowingNumbers {
  private held = new Uint32Array(256);
  length = 0;

  push(number: number): void {
    if (this.length === this.held.length) {
      const longer = new Uint32Array(this.held.length * 2);
      longer.set(this.held);
      this.held = longer;
    }
    this.held[this.length] = number;
    this.length += 1;
  }
  at(index: number): number | undefined {
    return index >= 0 && index < this.length ? this.held[index] : undefined;
  }
  set(index: number, number: number): void {
    this.held[index] = number;
  }
  clear(): void {
    this.length = 0;
  }
}
