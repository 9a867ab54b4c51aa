/** Which stack is drawn for a member of a closed group, by node. */
export class StandIns {
  /** Members of closed groups. */
  readonly size: number;
  readonly #rows: Int32Array;

  constructor(members: ReadonlyMap<number, readonly number[]>, nodeCount: number) {
    this.#rows = new Int32Array(members.size === 0 ? 0 : nodeCount).fill(-1);
    let size = 0;
    for (const [row, inside] of members) {
      size += inside.length;
      for (const member of inside) this.#rows[member] = row;
    }
    this.size = size;
  }

  has(node: number): boolean {
    return (this.#rows[node] ?? -1) >= 0;
  }

  /** The row that is drawn for a node: its stack, or itself. */
  rowOf(node: number): number {
    const row = this.#rows[node] ?? -1;
    return row >= 0 ? row : node;
  }
}
