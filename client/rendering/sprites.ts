import type { Face } from "./names.ts";

/** A page holds two to five lines of text. Small, because a browser copies a canvas that changes after it was read. */
const pageWidth = 2048;
const pageHeight = 128;
const mostPages = 32;
const halo = 3;
/** A width measured in the plain face and stretched may fall short by so much. */
const doubt = 1.08;

export interface Look {
  face: Face;
  colour: string;
  outline: string;
}

const keyOf = (text: string, { face, colour, outline }: Look): string => `${face.font}|${colour}|${outline}|${text}`;

interface Page {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  keys: string[];
}

interface Sprite {
  page: HTMLCanvasElement;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Written texts, each painted once: outlining letters is the dearest thing that a 2D canvas does, copying a rectangle the cheapest.
 * When all pages are full, the oldest is written anew; at another pixel ratio, all are.
 */
export class Sprites {
  private readonly pages: Page[] = [];
  private readonly known = new Map<string, Sprite>();
  private cursor = { x: 0, y: 0, height: 0 };
  private dpr = 0;

  clear(): void {
    this.known.clear();
    this.pages.length = 0;
  }

  /**
   * Paints what is not painted yet; `width`: of the text, about, in CSS pixels. All texts of a frame are made before the first is put.
   * False if room was made by forgetting earlier ones: prepare the frame's texts again.
   */
  prepare(text: string, width: number, look: Look, dpr: number): boolean {
    if (dpr !== this.dpr) {
      this.dpr = dpr;
      this.clear();
    }
    const key = keyOf(text, look);
    return this.known.has(key) || this.paint(key, text, width, look);
  }

  has(text: string, look: Look, dpr: number): boolean {
    return dpr === this.dpr && this.known.has(keyOf(text, look));
  }

  /** Puts a prepared text on `target`, whose unit is a device pixel, with its baseline's left end at x, y in device pixels. */
  put(target: CanvasRenderingContext2D, text: string, look: Look, x: number, y: number): void {
    const sprite = this.known.get(keyOf(text, look));
    if (sprite === undefined) return;
    const left = Math.ceil(halo * this.dpr);
    const ascent = Math.ceil((look.face.size + halo) * this.dpr);
    target.drawImage(sprite.page, sprite.x, sprite.y, sprite.width, sprite.height, x - left, y - ascent, sprite.width, sprite.height);
  }

  private paint(key: string, text: string, textWidth: number, { face, colour, outline }: Look): boolean {
    const { dpr } = this;
    const width = Math.ceil((textWidth * doubt + 2 * halo) * dpr) + 2;
    const height = Math.ceil((1.35 * face.size + 2 * halo) * dpr);
    if (width > pageWidth || height > pageHeight) return true;
    if (this.cursor.x + width > pageWidth) this.cursor = { x: 0, y: this.cursor.y + this.cursor.height, height: 0 };
    let nothingForgotten = true;
    if (this.pages.length === 0 || this.cursor.y + height > pageHeight) nothingForgotten = this.turn();
    const { canvas: page, context, keys } = this.pages.at(-1) as Page;
    const { x, y } = this.cursor;
    this.cursor = { x: x + width, y, height: Math.max(this.cursor.height, height) };
    context.setTransform(dpr, 0, 0, dpr, x + Math.ceil(halo * dpr), y + Math.ceil((face.size + halo) * dpr));
    context.font = face.font;
    context.strokeStyle = outline;
    context.strokeText(text, 0, 0);
    context.fillStyle = colour;
    context.fillText(text, 0, 0);
    this.known.set(key, { page, x, y, width, height });
    keys.push(key);
    return nothingForgotten;
  }

  /** Opens an empty page behind the others. False if it is the oldest, written over. */
  private turn(): boolean {
    this.cursor = { x: 0, y: 0, height: 0 };
    const oldest = this.pages.length < mostPages ? undefined : this.pages.shift();
    for (const key of oldest?.keys ?? []) this.known.delete(key);
    const canvas = oldest?.canvas ?? document.createElement("canvas");
    canvas.width = pageWidth;
    canvas.height = pageHeight;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.lineJoin = "round";
    context.lineWidth = 3;
    this.pages.push({ canvas, context, keys: [] });
    return oldest === undefined;
  }
}
