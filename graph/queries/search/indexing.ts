import type { GraphStore } from "#graph/store/store.ts";

/** How the search index of a store is built beside everything else: how far it has come, and whether somebody waits for it. */
export class Indexing {
  /** Entities taken in so far, and all of them; null as long as nobody knows. */
  done = 0;
  total: number | null = null;
  ready = false;
  #awaited = 0;
  /** Called between slices as long as nobody waits for the index. */
  giveWay: () => Promise<void> = async () => {};

  /** Awaited between slices: lets waiting requests be answered, and where nobody waits for the index, all others first. */
  readonly breathe = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#awaited === 0) await this.giveWay();
  };

  /** While `work` lasts, somebody waits. */
  async hurry<T>(work: Promise<T>): Promise<T> {
    this.#awaited += 1;
    try {
      return await work;
    } finally {
      this.#awaited -= 1;
    }
  }

  begin(): void {
    this.done = 0;
    this.total = null;
    this.ready = false;
  }
}

const kept = new WeakMap<GraphStore, Indexing>();

export function indexingOf(store: GraphStore): Indexing {
  const known = kept.get(store) ?? new Indexing();
  kept.set(store, known);
  return known;
}
