/** Shards; a power of two. */
const shards = 64;

/**
 * The place of each id. A map that doubles its room moves everything it holds, and with hundreds of thousands of ids that holds up a frame:
 * here each of many small maps does so at a time of its own.
 */
export class IdIndex {
  readonly #shards = Array.from({ length: shards }, () => new Map<string, number>());

  get(id: string): number | undefined {
    return this.#shardOf(id).get(id);
  }

  has(id: string): boolean {
    return this.#shardOf(id).has(id);
  }

  set(id: string, place: number): void {
    this.#shardOf(id).set(id, place);
  }

  /** By the last letters: ids begin alike and end in what tells them apart. */
  #shardOf(id: string): Map<string, number> {
    const end = id.length - 1;
    const hash = id.charCodeAt(end) + 7 * id.charCodeAt(end - 1) + 31 * id.charCodeAt(end - 2);
    return this.#shards[hash & (shards - 1)] as Map<string, number>;
  }
}
