import type { ThicknessRule } from "../rule.ts";

export const thicknessByConfidence: ThicknessRule = {
  channel: "thickness",
  id: "confidence",
  label: { zh: "置信度", en: "Confidence" },
  thickness: "confidence",
};
