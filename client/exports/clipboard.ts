import { citation } from "./evidence-table.ts";
import type { Material } from "./export.ts";
import { paint } from "./formats/png.ts";
import { element, escaped } from "./svg/markup.ts";

/** What could be copied: the picture with its citations, or the citations alone. */
export type Copied = "picture" | "text";

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });

/** The title, what was left out, and a line for each statement that is drawn. */
export async function citations(material: Material): Promise<string> {
  const { seen, options, t } = material;
  const lines = (await material.statements()).map((it, at) => `${at + 1}. ${citation(it, material)}`);
  const dated = [
    options.title,
    seen.at.toISOString().slice(0, 10),
    seen.revision === null ? "" : t("top.revision", { number: seen.revision }),
  ];
  return [dated.filter(Boolean).join(" · "), ...seen.filters, ...lines].join("\n");
}

/** Copies the picture with its citations as far as this browser can; throws when it lets nothing be copied. */
export async function copyPicture(material: Material): Promise<Copied> {
  const text = await citations(material);
  if (material.scene !== null && "ClipboardItem" in globalThis && navigator.clipboard?.write !== undefined) {
    try {
      const picture = await paint(material);
      const image = element("img", { src: await base64Of(picture), alt: material.options.title });
      const html = `${image}${text
        .split("\n")
        .map((line) => element("p", {}, escaped(line)))
        .join("")}`;
      const as = (type: string, content: string) => new Blob([content], { type });
      const item = { "image/png": picture, "text/html": as("text/html", html), "text/plain": as("text/plain", text) };
      await navigator.clipboard.write([new ClipboardItem(item)]);
      return "picture";
    } catch {
      // Some browsers write no pictures, or only with a permission that was not given: text is left.
    }
  }
  await navigator.clipboard.writeText(text);
  return "text";
}
