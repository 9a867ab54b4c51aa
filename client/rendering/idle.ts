/** Where the browser has no idle callbacks, milliseconds after which it is taken to be idle. */
const soonMs = 200;

/** Runs `work` once when the main thread has nothing to do; asking again before that is one. */
export class Idle {
  private asked = 0;
  private readonly work: () => void;

  constructor(work: () => void) {
    this.work = work;
  }

  ask(): void {
    if (this.asked !== 0) return;
    const run = (): void => {
      this.asked = 0;
      this.work();
    };
    this.asked = typeof requestIdleCallback === "function" ? requestIdleCallback(run) : window.setTimeout(run, soonMs);
  }

  cancel(): void {
    if (typeof cancelIdleCallback === "function") cancelIdleCallback(this.asked);
    else clearTimeout(this.asked);
    this.asked = 0;
  }
}
