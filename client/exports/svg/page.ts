import { sans } from "#client/rendering/atlas.ts";
import { tokensOf } from "#client/rendering/theme.ts";
import { documentForms, reliabilities } from "#graph/vocabulary/marks.ts";
import type { Material } from "../export.ts";
import { viewOf } from "../seen.ts";
import { sourcesOf } from "../sources.ts";
import { type Block, type Pen, penOf, stacked } from "./blocks.ts";
import { type Drawing, drawing, type Look } from "./drawing.ts";
import { legend } from "./legend.ts";
import { element, escaped } from "./markup.ts";

const margin = 24;
/** Less would break the title and the legend into slivers. */
const narrowest = 640;

export interface Page {
  svg: string;
  width: number;
  height: number;
}

/** The whole sheet: title and date, the drawing, the legend, and the sources if asked for. Text is text. */
export async function page(material: Material): Promise<Page> {
  const { scene, options, t } = material;
  if (scene === null) throw new Error(t("export.noDrawing"));
  const { language, theme, title } = options;
  const look: Look = { theme, language, tokens: tokensOf(theme) };
  const view = viewOf(scene, options.extent);
  const picture = drawing(scene, view, look);
  const pen = penOf(look);
  const width = Math.max(view.width, narrowest);
  const room = width - 2 * margin;

  const facts = factsOf(material, picture).join(" · ");
  const head = stacked([pen.write(title, room, { size: 20, weight: 650 }), pen.write(facts, room, { size: 12, quiet: true })], 4);
  const feet: Block[] = [];
  if (options.legend) feet.push(legend(picture, scene.colours, room, { look, pen, t }));
  if (options.sources) feet.push(await sourceList(material, room, pen));
  const foot = stacked(feet, 16);

  const top = margin + head.height + 16;
  const below = top + view.height + 16;
  const height = Math.ceil(below + foot.height + margin);
  const at = (x: number, y: number) => `translate(${x} ${y})`;
  const inside = [
    element("title", {}, escaped(title)),
    element("desc", {}, escaped(facts)),
    element("clipPath", { id: "picture" }, element("rect", { width: view.width, height: view.height })),
    element("rect", { width, height, fill: look.tokens.canvas }),
    element("g", { transform: at(margin, margin) }, head.markup),
    element("path", { d: `M${margin} ${top - 0.5}H${width - margin}`, stroke: look.tokens.pillLine, "stroke-opacity": 0.6 }),
    element("g", { transform: at((width - view.width) / 2, top), "clip-path": "url(#picture)" }, picture.markup),
    element("g", { transform: at(margin, below) }, foot.markup),
  ];
  const frame = { xmlns: "http://www.w3.org/2000/svg", lang: language, role: "img", width, height, viewBox: `0 0 ${width} ${height}` };
  const svg = element("svg", { ...frame, "font-family": sans.replaceAll('"', "'"), "font-size": 12 }, inside.join("\n"));
  return { svg, width, height };
}

/** When, from what, how much of it, and through which filters. */
function factsOf({ seen, options, t }: Material, { nodes, edges, named }: Drawing): string[] {
  const day = seen.at.toLocaleDateString(options.language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "long" });
  return [
    day,
    seen.revision === null ? "" : t("top.revision", { number: seen.revision }),
    t("export.counts", { nodes, allNodes: seen.nodes.length, edges, allEdges: seen.edges.length }),
    named < nodes ? t("export.named", { named, nodes }) : "",
    ...seen.filters,
  ].filter((it) => it !== "");
}

/** The documents that the visible statements rest on. */
async function sourceList({ statements, options: { language }, t }: Material, room: number, pen: Pen): Promise<Block> {
  const lines = sourcesOf(await statements()).map(({ title, form, published, reliability, count }, at) => {
    const trust = t("evidence.reliability", { value: reliabilities[reliability][language] });
    const facts = [`${at + 1}. ${title}`, documentForms[form][language], published, trust, t("export.rests", { count })];
    return pen.write(facts.filter(Boolean).join(" · "), room, { size: 11, quiet: true });
  });
  return stacked([pen.write(t("export.sources"), room, { size: 12, weight: 600 }), ...lines], 2);
}
