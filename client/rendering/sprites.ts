import type { Face } from "./names.ts";

const side = 2048;
const halo = 3;

export interface Look {
  face: Face;
  colour: string;
  outline: string;
}

const keyOf = (text: string, { face, colour, outline }: Look): string => `${face.font}|${colour}|${outline}|${text}`;

interface Sprite {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Written texts, each painted once: outlining letters is the dearest thing that a 2D canvas does, copying a rectangle the cheapest.
 * Full, or at another pixel ratio, it starts anew.
 */
export class Sprites {
  private readonly canvas = document.createElement("canvas");
  private readonly context = this.canvas.getContext("2d") as CanvasRenderingContext2D;
  private readonly known = new Map<string, Sprite>();
  private cursor = { x: 0, y: 0, height: 0 };
  private dpr = 0;

  clear(): void {
    this.known.clear();
    this.cursor = { x: 0, y: 0, height: 0 };
    this.canvas.width = side;
    this.canvas.height = side;
  }

  /**
   * Paints what is not painted yet. All texts of a frame are made before the first is put: a browser copies the whole canvas
   * when it changes between two readings. False if room was made by forgetting earlier ones: prepare the frame's texts again.
   */
  prepare(text: string, look: Look, dpr: number): boolean {
    if (dpr !== this.dpr) {
      this.dpr = dpr;
      this.clear();
    }
    const key = keyOf(text, look);
    return this.known.has(key) || this.paint(key, text, look);
  }

  /** Puts a prepared text on `target`, whose unit is a device pixel, with its baseline's left end at x, y in device pixels. */
  put(target: CanvasRenderingContext2D, text: string, look: Look, x: number, y: number): void {
    const sprite = this.known.get(keyOf(text, look));
    if (sprite === undefined) return;
    const left = Math.ceil(halo * this.dpr);
    const ascent = Math.ceil((look.face.size + halo) * this.dpr);
    target.drawImage(this.canvas, sprite.x, sprite.y, sprite.width, sprite.height, x - left, y - ascent, sprite.width, sprite.height);
  }

  private paint(key: string, text: string, { face, colour, outline }: Look): boolean {
    const { context, dpr } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.font = face.font;
    const width = Math.ceil((context.measureText(text).width + 2 * halo) * dpr) + 2;
    const height = Math.ceil((1.35 * face.size + 2 * halo) * dpr);
    if (width > side) return true;
    if (this.cursor.x + width > side) this.cursor = { x: 0, y: this.cursor.y + this.cursor.height, height: 0 };
    const full = this.cursor.y + height > side;
    if (full) this.clear();
    const { x, y } = this.cursor;
    this.cursor = { x: x + width, y, height: Math.max(this.cursor.height, height) };
    context.setTransform(dpr, 0, 0, dpr, x + Math.ceil(halo * dpr), y + Math.ceil((face.size + halo) * dpr));
    context.font = face.font;
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = outline;
    context.strokeText(text, 0, 0);
    context.fillStyle = colour;
    context.fillText(text, 0, 0);
    this.known.set(key, { x, y, width, height });
    return !full;
  }
}
