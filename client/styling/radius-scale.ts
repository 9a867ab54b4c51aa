import { largestRadius } from "#client/rendering/view.ts";
import { units } from "#graph/vocabulary/measures.ts";
import type { MeasureKey, SizeStop } from "./rule.ts";

/** At 100 %: what a glyph needs to be read. */
export const smallestRadius = 6;

/** 1, 2 or 5 times a power of ten, at most the value. */
export function roundBelow(value: number): number {
  if (value === 0) return 0;
  // A logarithm may err to either side of a power of ten.
  const near = 10 ** Math.floor(Math.log10(Math.abs(value)));
  const power = near > Math.abs(value) ? near / 10 : 10 * near <= Math.abs(value) ? 10 * near : near;
  const lead = Math.abs(value) / power;
  const step = lead >= 5 ? 5 : lead >= 2 ? 2 : 1;
  return Math.sign(value) * step * power;
}

/**
 * From figures to radii. Amounts and counts: the area is proportional, from zero. Rates and shares, and amounts below zero: evenly between
 * the least and the most, since a third of a rate is no third of a thing. `stops`: what the legend shows, the largest first.
 */
export function radiusScale(
  values: readonly number[],
  unit: MeasureKey["unit"],
): { radius(value: number): number; stops: readonly SizeStop[] } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (values.length === 0) return { radius: () => smallestRadius, stops: [] };
  const { dimension } = units[unit];
  const evenly = dimension === "ratio" || dimension === "growth" || least < 0 || most === 0;
  const radius = (value: number): number =>
    evenly
      ? most === least
        ? (smallestRadius + largestRadius) / 2
        : smallestRadius + ((largestRadius - smallestRadius) * (value - least)) / (most - least)
      : Math.max(smallestRadius, largestRadius * Math.sqrt(value / most));
  const shown = evenly ? [most, (least + most) / 2, least] : [most, roundBelow(most / 3), roundBelow(most / 12)];
  const stops = [...new Set(shown)].filter((value) => value >= least || !evenly).map((value) => ({ value, radius: radius(value) }));
  return { radius, stops };
}
