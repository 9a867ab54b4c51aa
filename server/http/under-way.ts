import type { RequestHandler } from "express";

/** So long nobody has to have asked for anything before what can wait goes on. */
const quietMs = 250;
/** A slice of what can wait is held up no longer than this: on a busy server it ends too. */
const patienceMs = 100;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** The requests that are being answered: what can wait (indexes, checks) gives way to them. */
export class UnderWay {
  #count = 0;
  #lastEnd: number | null = null;

  /** Counts a request until its connection is done with it. */
  readonly handler: RequestHandler = (_request, response, next) => {
    this.#count += 1;
    response.once("close", () => {
      this.#count -= 1;
      this.#lastEnd = performance.now();
    });
    next();
  };

  /** Called between slices of work that can wait: resolves when nothing is asked for, or when it has waited long enough. */
  readonly giveWay = (): Promise<void> => this.#quiet(patienceMs);

  /** Resolves when what was asked for first is answered, or when nobody has asked for anything in `unaskedMs`. */
  async firstAnswered(unaskedMs: number): Promise<void> {
    const until = performance.now() + unaskedMs;
    while (this.#count > 0 || (this.#lastEnd === null && performance.now() < until)) await pause(quietMs);
  }

  async #quiet(atMostMs: number): Promise<void> {
    const until = performance.now() + atMostMs;
    for (;;) {
      const now = performance.now();
      const restMs = this.#count > 0 ? quietMs : (this.#lastEnd ?? Number.NEGATIVE_INFINITY) + quietMs - now;
      if (restMs <= 0 || now >= until) return;
      await pause(Math.min(restMs, until - now));
    }
  }
}
