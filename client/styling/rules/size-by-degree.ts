import type { SizeRule } from "../rule.ts";

export const sizeByDegree: SizeRule = {
  channel: "size",
  id: "degree",
  label: { zh: "度数", en: "Degree" },
  derive: () => ({ radius: null, unknown: null, legend: null }),
};
