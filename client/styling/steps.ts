import { roundBelow } from "./radius-scale.ts";

/** At most `steps` − 1 rising round figures that part values into about equal shares; none where all are alike. */
export function breaksOf(values: readonly number[], steps: number): number[] {
  const sorted = Float64Array.from(values).sort();
  const breaks: number[] = [];
  for (let step = 1; step < steps; step += 1) {
    const at = sorted[Math.floor((step * sorted.length) / steps)];
    if (at === undefined) continue;
    const round = roundBelow(at);
    // A break that parts nothing off would be a colour that nobody sees.
    const parts =
      round > (sorted[0] as number) &&
      round > (breaks.at(-1) ?? -Infinity) &&
      sorted.some((value) => value >= (breaks.at(-1) ?? -Infinity) && value < round);
    if (parts) breaks.push(round);
  }
  return breaks;
}

/** 0 below the first break. */
export const stepOf = (breaks: readonly number[], value: number): number => breaks.filter((it) => value >= it).length;
