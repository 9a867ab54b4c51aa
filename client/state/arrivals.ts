import type { Subgraph } from "#graph/model/subgraph.ts";
import type { OverviewPlace } from "./overview-pages.ts";

/** A page that has come and is not on the canvas yet. */
export interface Arrived {
  readonly page: Subgraph;
  /** Entities that the page is about; the earlier ends of its edges apart. */
  readonly count: number;
  /** Where the page after it begins; null: it is the last. */
  readonly next: OverviewPlace | null;
  readonly elapsedMs: number;
}

/** Pages between the network, which brings them one by one, and the canvas, which takes several at once when it draws slowly. */
export class Arrivals {
  readonly #pages: Arrived[] = [];
  #ended = false;
  dropped = false;
  #wake: () => void = () => {};

  add(arrived: Arrived): void {
    this.#pages.push(arrived);
    this.#wake();
  }

  /** No more will come. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** What has come is wanted no longer. */
  drop(): void {
    this.#pages.length = 0;
    this.dropped = true;
    this.end();
  }

  /** Resolves after `ms`, or when no more will come: then nothing is worth waiting for. */
  async rest(ms: number): Promise<void> {
    if (ms <= 0 || this.#ended) return;
    const until = new Promise<void>((resolve) => setTimeout(resolve, ms));
    const ended = new Promise<void>((resolve) => {
      this.#wake = () => this.#ended && resolve();
    });
    await Promise.race([until, ended]);
  }

  /** The next pages, with at most so many entities together but at least one page; none when no more will come. */
  async next(atMost: number): Promise<Arrived[]> {
    while (this.#pages.length === 0 && !this.#ended)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    let entities = 0;
    const beyond = this.#pages.findIndex(({ count }, at) => {
      entities += count;
      return at > 0 && entities > atMost;
    });
    return this.#pages.splice(0, beyond < 0 ? this.#pages.length : beyond);
  }
}
