import { radiusScale, smallestRadius } from "../radius-scale.ts";
import type { SizeRule } from "../rule.ts";

/** Of what no figure is held, as of what has none to hold: large enough to be found, too small to be taken for an amount. */
const radiusWithout = 8;

export const sizeByFigure: SizeRule = {
  channel: "size",
  id: "measure",
  label: { zh: "指标", en: "Figure" },
  figures: true,
  derive({ count, kind, values }) {
    const figures = values?.figures ?? null;
    if (values === null || figures === null) return { radius: null, unknown: null, legend: null };
    const { value, period } = figures.values;
    const scale = radiusScale(value, figures.unit);
    const radii = value.map(scale.radius);
    const radius = new Float32Array(count);
    const unknown = new Uint8Array(count);
    for (let node = 0; node < count; node += 1) {
      const row = values.row[node] as number;
      radius[node] = row < 0 ? radiusWithout : (radii[row] ?? smallestRadius);
      if (row < 0 && values.able[kind[node] as number] === 1) unknown[node] = 1;
    }
    const dated = period.filter((it) => it !== null).sort();
    const periods = dated.length === 0 ? null : ([dated.at(-1) as string, dated[0] as string] as const);
    return { radius, unknown, legend: { stops: scale.stops, figures, several: figures.several, periods } };
  },
};
