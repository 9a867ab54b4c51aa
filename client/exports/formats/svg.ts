import type { Export } from "../export.ts";
import { page } from "../svg/page.ts";

export const svg: Export = {
  id: "svg",
  label: "SVG",
  what: { zh: "矢量图，文字可编辑", en: "Vector picture, text stays text" },
  extension: "svg",
  draws: true,
  make: async (material) => new Blob([(await page(material)).svg], { type: "image/svg+xml" }),
};
