/** One running change from 0 to 1 over time, stepped by frames. */
export class Motion {
  private started: number | null = null;
  private durationMs = 0;
  private step: ((progress: number) => void) | null = null;

  get running(): boolean {
    return this.step !== null;
  }

  /** A running change ends at once, at its end. Zero duration jumps. */
  start(durationMs: number, step: (progress: number) => void): void {
    this.finish();
    if (durationMs <= 0) {
      step(1);
      return;
    }
    this.durationMs = durationMs;
    this.started = null;
    this.step = step;
  }

  /** Brings it to the time of this frame; ease-out. */
  advance(nowMs: number): void {
    const step = this.step;
    if (step === null) return;
    this.started ??= nowMs;
    const linear = Math.min(1, (nowMs - this.started) / this.durationMs);
    if (linear === 1) this.step = null;
    step(1 - (1 - linear) ** 3);
  }

  finish(): void {
    const step = this.step;
    this.step = null;
    step?.(1);
  }

  /** Stops where it is. */
  cancel(): void {
    this.step = null;
  }
}
