import type { SizeRule } from "../rule.ts";

/** Between a node without links and a hub. */
const radiusOfAll = 12;

export const sizeEven: SizeRule = {
  channel: "size",
  id: "even",
  label: { zh: "一致", en: "Even" },
  derive: ({ count }) => ({ radius: new Float32Array(count).fill(radiusOfAll), unknown: null, legend: null }),
};
