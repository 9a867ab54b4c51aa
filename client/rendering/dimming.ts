import { Motion } from "./motion.ts";

/** How far the rest of the picture has stepped back, from 0 to 1, on its way to one of the two. */
export class Dimming {
  value = 0;
  private target = 0;
  private readonly motion = new Motion();

  get running(): boolean {
    return this.motion.running;
  }

  advance(nowMs: number): void {
    this.motion.advance(nowMs);
  }

  towards(target: 0 | 1, durationMs: number): void {
    if (target === this.target) return;
    this.target = target;
    const from = this.value;
    this.motion.start(durationMs, (progress) => {
      this.value = from + (target - from) * progress;
    });
  }
}
