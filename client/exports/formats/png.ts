import type { Export, Material } from "../export.ts";
import { page } from "../svg/page.ts";

/** Browsers draw no larger surface. */
const longestSide = 16_000;
const largestArea = 120e6;

/** Pixels of the picture for each CSS pixel of the sheet: two, less where the surface would be too large. */
export const densityFor = ({ width, height }: { width: number; height: number }): number =>
  Math.min(2, longestSide / Math.max(width, height), Math.sqrt(largestArea / (width * height)));

/** The sheet as pixels. */
export async function paint(material: Material): Promise<Blob> {
  const sheet = await page(material);
  const address = URL.createObjectURL(new Blob([sheet.svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const density = densityFor(sheet);
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(sheet.width * density);
    canvas.height = Math.floor(sheet.height * density);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (blob === null) throw new Error(material.t("export.tooLarge"));
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

export const png: Export = {
  id: "png",
  label: "PNG",
  what: { zh: "两倍像素的图片", en: "Picture at twice the pixels" },
  extension: "png",
  draws: true,
  make: paint,
};
