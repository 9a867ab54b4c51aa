import type { ColourRule } from "../rule.ts";

/** As the legend of kinds beside the canvas tells. */
export const colourByKind: ColourRule = {
  channel: "colour",
  id: "kind",
  label: { zh: "类别", en: "Kind" },
  derive: () => ({ tone: null, legend: [] }),
};
