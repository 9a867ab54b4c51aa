import { createStore } from "zustand/vanilla";
import { toneCode } from "#client/rendering/tones.ts";
import type { ColourEntry, SizeLegend } from "./rule.ts";

/** What the rules make of the loaded graph now: for the drawing, its legend, and whatever else draws it. */
export interface Styled {
  /** Null: by degree, by kind. */
  radius: Float32Array | null;
  tone: Uint8Array | null;
  thickness: "even" | "confidence";
  size: SizeLegend | null;
  colours: readonly ColourEntry[];
  /** Values are on their way: the picture still shows the rules before. */
  pending: boolean;
}

export const unstyled: Styled = { radius: null, tone: null, thickness: "even", size: null, colours: [], pending: false };

export const styled = createStore<Styled>(() => unstyled);

/** A node whose size is unknown is drawn as unknown, whatever its colour would be: an amount that nobody gives is not a small one. */
export function withUnknown(tone: Uint8Array | null, unknown: Uint8Array | null): Uint8Array | null {
  if (unknown === null) return tone;
  const code = toneCode("unknown");
  const next = tone?.slice() ?? new Uint8Array(unknown.length);
  for (let node = 0; node < unknown.length; node += 1) if (unknown[node] === 1) next[node] = code;
  return next;
}
