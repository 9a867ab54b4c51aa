import { kindLabel, statusLabel } from "#client/i18n/labels.ts";
import { sans } from "#client/rendering/atlas.ts";
import { tokensOf } from "#client/rendering/theme.ts";
import type { StatementAnswer } from "#graph/model/api-answers.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { documentForms, reliabilities } from "#graph/vocabulary/marks.ts";
import type { Material } from "../export.ts";
import { viewOf } from "../seen.ts";
import { sourcesOf } from "../sources.ts";
import { drawing, type Look } from "./drawing.ts";
import { element, escaped } from "./markup.ts";
import { nodeMarkup } from "./shapes.ts";

const edge = 24;

export interface Page {
  svg: string;
  width: number;
  height: number;
}

interface Block {
  markup: string;
  height: number;
}

/** The whole sheet: title and date, the drawing, the legend, and the sources if asked for. Text is text. */
export async function page({ seen, scene, options, t, statements }: Material): Promise<Page> {
  if (scene === null) throw new Error(t("export.noDrawing"));
  const { language, theme, title } = options;
  const look: Look = { theme, language, tokens: tokensOf(theme) };
  const view = viewOf(scene, options.extent);
  const picture = drawing(scene.drawn, scene.standing, scene.guides, view, look);
  const write = writer(look);
  const width = Math.max(view.width, 640);
  const room = width - 2 * edge;

  const counts = [
    seen.at.toLocaleDateString(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "long" }),
    seen.revision === null ? "" : t("top.revision", { number: seen.revision }),
    t("export.counts", { nodes: picture.nodes, allNodes: seen.nodes.length, edges: picture.edges, allEdges: seen.edges.length }),
    picture.named < picture.nodes ? t("export.named", { named: picture.named, nodes: picture.nodes }) : "",
    ...seen.filters,
  ].filter((it) => it !== "");
  const head = stacked([write(title, room, { size: 20, weight: 650 }), write(counts.join(" · "), room, { size: 12, quiet: true })], 4);
  const feet: Block[] = [];
  if (options.legend)
    feet.push(
      legend(
        seen.nodes.map(({ kind }) => kind),
        look,
        room,
        t("line.weak"),
        write,
      ),
    );
  if (options.sources) feet.push(sourceList(await statements(), look, room, t("export.sources"), write));
  const foot = stacked(feet, 16);

  const top = edge + head.height + 16;
  const below = top + view.height + (feet.length > 0 ? 16 : 0);
  const height = below + foot.height + edge;
  const clip = "picture";
  const inside = [
    element("title", {}, escaped(title)),
    element("desc", {}, escaped(counts.join(" · "))),
    element("clipPath", { id: clip }, element("rect", { width: view.width, height: view.height })),
    element("rect", { width, height, fill: look.tokens.canvas }),
    element("g", { transform: `translate(${edge} ${edge})` }, head.markup),
    element("g", { transform: `translate(${(width - view.width) / 2} ${top})`, "clip-path": `url(#${clip})` }, picture.markup),
    element("path", { d: `M${edge} ${top - 0.5}H${width - edge}`, stroke: look.tokens.pillLine, "stroke-opacity": 0.6 }),
    element("g", { transform: `translate(${edge} ${below})` }, foot.markup),
  ];
  const size = { width, height, viewBox: `0 0 ${width} ${Math.ceil(height)}` };
  const font = { "font-family": sans.replaceAll('"', "'"), "font-size": 12 };
  const svg = element("svg", { xmlns: "http://www.w3.org/2000/svg", lang: language, role: "img", ...size, ...font }, inside.join("\n"));
  return { svg, width, height: Math.ceil(height) };
}

const stacked = (blocks: readonly Block[], gap: number): Block => {
  let height = 0;
  const markup = blocks.map((block, at) => {
    if (at > 0) height += gap;
    const moved = element("g", { transform: `translate(0 ${height})` }, block.markup);
    height += block.height;
    return moved;
  });
  return { markup: markup.join("\n"), height };
};

type Write = ReturnType<typeof writer>;

/** Writes text in lines that fit: between words, and between any two Chinese characters. */
function writer({ tokens }: Look) {
  const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  return (text: string, room: number, { size, weight = 400, quiet = false }: { size: number; weight?: number; quiet?: boolean }): Block => {
    context.font = `${weight} ${size}px ${sans}`;
    const lines = [""];
    for (const piece of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/g) ?? []) {
      const longer = lines.at(-1) + piece;
      if (context.measureText(longer).width <= room || lines.at(-1) === "") lines[lines.length - 1] = longer;
      else lines.push(piece.trimStart());
    }
    const step = Math.round(size * 1.5);
    const fill = quiet ? tokens.ink2 : tokens.ink;
    const written = lines.map((line, at) =>
      element("text", { y: at * step + size * 1.1, "font-size": size, "font-weight": weight, fill }, escaped(line.trimEnd())),
    );
    return { markup: written.join(""), height: lines.length * step };
  };
}

/** The kinds and line styles of the picture, in rows. */
function legend(shown: readonly EntityKind[], look: Look, room: number, weakWord: string, write: Write): Block {
  const present = new Set(shown);
  const { tokens, language, theme } = look;
  const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  context.font = `400 12px ${sans}`;
  const line = (dash: string | undefined, colour: string, width: number) =>
    element("path", { d: "M0 8H20", stroke: colour, "stroke-width": width, "stroke-dasharray": dash });
  const entries = [
    ...entityKinds
      .filter((kind) => present.has(kind))
      .map((kind) => ({
        sign: element("g", { transform: "translate(9 8)" }, nodeMarkup({ kind, fill: kinds[kind].colour[theme], rings: [] }, 8, look)),
        room: 18,
        text: kindLabel(kind, language),
      })),
    { sign: line(undefined, tokens.edge, 1.5), room: 20, text: statusLabel("stated", language) },
    { sign: line("5 4", tokens.edge, 1.5), room: 20, text: statusLabel("inferred", language) },
    { sign: line("2 4", tokens.edgeLow, 1.5), room: 20, text: weakWord },
    { sign: line(undefined, tokens.edgeLow, 0.8), room: 20, text: statusLabel("reference", language) },
  ];
  let [x, y] = [0, 0];
  const placed = entries.map(({ sign, room: signRoom, text }) => {
    const width = signRoom + 6 + context.measureText(text).width + 18;
    if (x > 0 && x + width > room) [x, y] = [0, y + 24];
    const label = element("g", { transform: `translate(${signRoom + 6} -1)` }, write(text, Infinity, { size: 12 }).markup);
    const at = element("g", { transform: `translate(${x} ${y})` }, sign + label);
    x += width;
    return at;
  });
  return { markup: placed.join(""), height: y + 20 };
}

/** The documents that the drawn statements rest on. */
function sourceList(statements: readonly StatementAnswer[], { language }: Look, room: number, title: string, write: Write): Block {
  const lines = sourcesOf(statements).map(({ title: name, form, published, reliability, count }, at) => {
    const facts = [documentForms[form][language], published, `${reliabilities[reliability][language]}`, `×${count}`];
    return write(`${at + 1}. ${name} · ${facts.filter(Boolean).join(" · ")}`, room, { size: 11, quiet: true });
  });
  return stacked([write(title, room, { size: 12, weight: 600 }), ...lines], 2);
}
