import { sans } from "#client/rendering/atlas.ts";
import type { Look } from "./drawing.ts";
import { element, escaped } from "./markup.ts";

/** A piece of the sheet, laid out from its top left. */
export interface Block {
  markup: string;
  height: number;
}

export const stacked = (blocks: readonly Block[], gap: number): Block => {
  let height = 0;
  const markup = blocks.map((block, at) => {
    if (at > 0) height += gap;
    const moved = element("g", { transform: `translate(0 ${height})` }, block.markup);
    height += block.height;
    return moved;
  });
  return { markup: markup.join("\n"), height };
};

interface Hand {
  size: number;
  weight?: number;
  quiet?: boolean;
}

export interface Pen {
  /** Text in lines that fit into `room`: broken between words, and between any two Chinese characters. */
  write(text: string, room: number, hand: Hand): Block;
  width(text: string, hand: Hand): number;
}

const pieces = /[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/g;

export function penOf({ tokens }: Look): Pen {
  const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  const width = (text: string, { size, weight = 400 }: Hand): number => {
    context.font = `${weight} ${size}px ${sans}`;
    return context.measureText(text).width;
  };
  return {
    width,
    write(text, room, hand) {
      const { size, weight, quiet } = hand;
      const lines = [""];
      for (const piece of text.match(pieces) ?? []) {
        const longer = lines.at(-1) + piece;
        if (lines.at(-1) === "" || width(longer, hand) <= room) lines[lines.length - 1] = longer;
        else lines.push(piece.trimStart());
      }
      const step = Math.round(size * 1.5);
      const look = { "font-size": size, "font-weight": weight, fill: quiet ? tokens.ink2 : tokens.ink };
      const written = lines.map((line, at) => element("text", { y: at * step + size * 1.1, ...look }, escaped(line.trimEnd())));
      return { markup: written.join(""), height: lines.length * step };
    },
  };
}
