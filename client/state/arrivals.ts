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

/** So many entities may wait for the canvas; no more are fetched until some of them are on it. */
const mostWaiting = 100_000;

/** Pages between the network, which brings them one by one, and the canvas, which takes several at once when it draws slowly. */
export class Arrivals {
  readonly #pages: Arrived[] = [];
  #ended = false;
  dropped = false;
  #waiting = 0;
  #wake: () => void = () => {};
  #goOn: () => void = () => {};

  add(arrived: Arrived): void {
    this.#pages.push(arrived);
    this.#waiting += arrived.count;
    this.#wake();
  }

  /** No more will come. */
  end(): void {
    this.#ended = true;
    this.#wake();
    this.#goOn();
  }

  /** What has come is wanted no longer. */
  drop(): void {
    this.#pages.length = 0;
    this.dropped = true;
    this.end();
  }

  /** Resolves when there is room for more. */
  async room(): Promise<void> {
    while (this.#waiting > mostWaiting && !this.#ended)
      await new Promise<void>((resolve) => {
        this.#goOn = resolve;
      });
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
    const taken = this.#pages.splice(0, beyond < 0 ? this.#pages.length : beyond);
    this.#waiting -= taken.reduce((sum, { count }) => sum + count, 0);
    this.#goOn();
    return taken;
  }
}
