import type { ThicknessRule } from "../rule.ts";

export const thicknessEven: ThicknessRule = {
  channel: "thickness",
  id: "even",
  label: { zh: "一致", en: "Even" },
  thickness: "even",
};
