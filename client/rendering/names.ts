import { sans } from "./atlas.ts";
import type { NodeColumns } from "./columns.ts";
import { Importance } from "./importance.ts";
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
    used += isWide(character) ? 1 : 0.54;
    if (used > ems) return `${name.slice(0, Math.max(1, at - 1)).trimEnd()}…`;
    at += character.length;
  }
  return name;
};

const isWide = (character: string): boolean => (character.codePointAt(0) as number) > 0x2e7f;

/** What is written beside a node, and how wide it is; measured once per letter, as measuring a whole text makes the browser lay it out. */
export class Names {
  private short: (string | undefined)[] = [];
  private readonly widths = new Map<string, number>();
  private readonly letters = new Map<string, number>();
  private readonly importance = new Importance();
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
    this.letters.clear();
    this.importance.forget();
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

  /** CSS pixels, without kerning. Measured in the plain face; the others are a known stretch of it. */
  width(text: string, face: Face): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      width = 0;
      for (const character of text) width += this.letter(isWide(character) ? "国" : character);
      this.widths.set(text, width);
    }
    return width * face.stretch;
  }

  private letter(character: string): number {
    let width = this.letters.get(character);
    if (width === undefined) {
      this.context.font = faces.plain.font;
      width = this.context.measureText(character).width;
      this.letters.set(character, width);
    }
    return width;
  }

  /** After radii have changed. */
  forgetOrder(): void {
    this.importance.forgetSizes();
  }

  /** Nodes by degree, or by what else they are sized by, largest first, equal ones in their order. */
  byImportance(): Uint32Array {
    return this.importance.order(this.nodes);
  }
}
