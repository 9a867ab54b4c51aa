import type { Guide } from "../layouts/layout.ts";
import { sans } from "./atlas.ts";
import type { NodeColumns } from "./columns.ts";
import type { Language, Theme } from "./interface.ts";
import { type Tokens, tokensOf } from "./theme.ts";
import { toScreen, type View } from "./view.ts";

const size = 11;
const font = `500 ${size}px ${sans}`;
const inset = 8;

/** What a layout is read by, behind everything: lanes, columns, the circles of places. */
export class GuideLayer {
  private guides: readonly Guide[] = [];
  private tokens: Tokens;
  private language: Language;
  private empty = true;
  private readonly nodes: NodeColumns;
  private readonly context: CanvasRenderingContext2D;

  constructor(canvas: HTMLCanvasElement, nodes: NodeColumns, theme: Theme, language: Language) {
    this.context = canvas.getContext("2d") as CanvasRenderingContext2D;
    this.nodes = nodes;
    this.tokens = tokensOf(theme);
    this.language = language;
  }

  set(guides: readonly Guide[]): void {
    this.guides = guides;
  }

  setTheme(theme: Theme): void {
    this.tokens = tokensOf(theme);
  }

  setLanguage(language: Language): void {
    this.language = language;
  }

  paint(view: View): void {
    const { context, guides, tokens } = this;
    if (guides.length === 0 && this.empty) return;
    context.setTransform(view.dpr, 0, 0, view.dpr, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    this.empty = guides.length === 0;
    context.font = font;
    context.textBaseline = "top";
    context.lineWidth = 1;
    for (const guide of guides) {
      context.beginPath();
      const at = toScreen(view, guide.x, guide.y);
      if (guide.shape === "circle") context.arc(at.x, at.y, guide.radius * view.scale, 0, 2 * Math.PI);
      else context.roundRect(at.x, at.y, guide.width * view.scale, guide.height * view.scale, 8);
      if (guide.shape === "box" || guide.title !== null) {
        context.fillStyle = `${tokens.ink}08`;
        context.fill();
      }
      context.strokeStyle = `${tokens.ink2}48`;
      context.stroke();
    }
    context.fillStyle = tokens.ink2;
    for (const guide of guides) this.write(guide, view);
  }

  /** Inside its top; a shape too small for its name goes without. */
  private write(guide: Guide, view: View): void {
    const title = this.titleOf(guide);
    if (title === "") return;
    const { context } = this;
    const at = toScreen(view, guide.x, guide.y);
    const wide = context.measureText(title).width;
    if (guide.shape === "circle") {
      if (2 * guide.radius * view.scale < wide + 2 * inset) return;
      context.textAlign = "center";
      context.fillText(title, at.x, at.y - guide.radius * view.scale + inset);
    } else {
      if (guide.width * view.scale < wide + 2 * inset) return;
      context.textAlign = "left";
      context.fillText(title, at.x + inset, at.y + inset);
    }
  }

  private titleOf({ title }: Guide): string {
    if (title === null) return "";
    if (!("node" in title)) return title[this.language];
    const name = this.nodes.name[title.node] ?? "";
    return this.language === "en" ? (this.nodes.nameEn[title.node] ?? name) : name;
  }
}
