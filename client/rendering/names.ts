import { sans } from "./atlas.ts";
import type { NodeColumns } from "./columns.ts";
import type { Language } from "./interface.ts";

/** Looks of a text, from a name at rest to the selected one; sizes in CSS pixels. */
export const faces = {
  plain: { size: 11.5, font: `400 11.5px ${sans}`, stretch: 1 },
  large: { size: 12, font: `600 12px ${sans}`, stretch: 1.07 },
  lit: { size: 12, font: `500 12px ${sans}`, stretch: 1.05 },
  selected: { size: 13, font: `700 13px ${sans}`, stretch: 1.17 },
  edge: { size: 10.5, font: `500 10.5px ${sans}`, stretch: 0.92 },
  pill: { size: 9, font: `600 9px ${sans}`, stretch: 0.8 },
} as const;
export type Face = (typeof faces)[keyof typeof faces];

/** Widths in ems before a name is cut: 13 Chinese characters, about 24 Latin letters. */
const longest = { short: 13, long: 26 };

const cut = (name: string, ems: number): string => {
  let used = 0;
  let at = 0;
  for (const character of name) {
    used += (character.codePointAt(0) as number) > 0x2e7f ? 1 : 0.54;
    if (used > ems) return `${name.slice(0, Math.max(1, at - 1)).trimEnd()}…`;
    at += character.length;
  }
  return name;
};

/** What is written beside a node, and how wide it is; measured once per text. */
export class Names {
  private short: (string | undefined)[] = [];
  private readonly widths = new Map<string, number>();
  private order = new Uint32Array(0);
  private language: Language;
  private readonly nodes: NodeColumns;
  private readonly context: CanvasRenderingContext2D;

  constructor(nodes: NodeColumns, language: Language, context: CanvasRenderingContext2D) {
    this.nodes = nodes;
    this.language = language;
    this.context = context;
  }

  forget(language: Language): void {
    this.language = language;
    this.short = [];
    this.widths.clear();
    this.order = new Uint32Array(0);
  }

  private name(node: number): string {
    const name = this.nodes.name[node] as string;
    return this.language === "en" ? (this.nodes.nameEn[node] ?? name) : name;
  }

  text(node: number, whole: boolean): string {
    if (whole) return cut(this.name(node), longest.long);
    let text = this.short[node];
    if (text === undefined) {
      text = cut(this.name(node), longest.short);
      this.short[node] = text;
    }
    return text;
  }

  /** CSS pixels. Measured in the plain face; the others are a known stretch of it. */
  width(text: string, face: Face): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      this.context.font = faces.plain.font;
      width = this.context.measureText(text).width;
      this.widths.set(text, width);
    }
    return width * face.stretch;
  }

  /** Nodes by degree, largest first, equal ones in their order. */
  byImportance(): Uint32Array {
    if (this.order.length === this.nodes.count) return this.order;
    const top = 255;
    const rank = (node: number): number => top - Math.min(top, this.nodes.degree[node] as number);
    const starts = new Uint32Array(top + 2);
    for (let i = 0; i < this.nodes.count; i += 1) starts[rank(i) + 1] = (starts[rank(i) + 1] as number) + 1;
    for (let r = 0; r <= top; r += 1) starts[r + 1] = (starts[r + 1] as number) + (starts[r] as number);
    this.order = new Uint32Array(this.nodes.count);
    for (let i = 0; i < this.nodes.count; i += 1) {
      const slot = starts[rank(i)] as number;
      this.order[slot] = i;
      starts[rank(i)] = slot + 1;
    }
    return this.order;
  }
}
