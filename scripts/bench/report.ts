/** One measured figure beside what it is compared with. */
export interface BenchRow {
  what: string;
  ours: number;
  /** Of all rounds, where `ours` is their median. */
  worst?: number;
  baseline?: number;
  ratio?: number;
  unit: string;
  /** What it should be, in words: `≤ 1.8`. */
  goal?: string;
}
export interface BenchReport {
  name: string;
  rows: BenchRow[];
}

/** The middle value; of an even number the upper of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
