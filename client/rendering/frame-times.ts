const kept = 60;

/** Main-thread time of the last frames, and how many there were. */
export class FrameTimes {
  frames = 0;
  private readonly times: number[] = [];

  add(ms: number): void {
    this.times[this.frames % kept] = ms;
    this.frames += 1;
  }

  get medianMs(): number {
    return [...this.times].sort((a, b) => a - b)[this.times.length >> 1] ?? 0;
  }
}
