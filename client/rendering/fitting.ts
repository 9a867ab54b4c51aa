import type { Frame } from "./framing.ts";
import type { Motion } from "./interface.ts";

/** Bars that say so long after a fit that they have grown, grow because of what was fitted: a path adds a step to the trail. */
const followsMs = 800;
const adjustMs = 160;

interface FittingDeps {
  /** Where the camera must stand for these nodes, with the bars as they are; null without nodes. */
  frame(nodes: readonly number[] | null): Frame | null;
  send(frame: Frame, motion: Motion): void;
  /** Whether nobody has sent or moved the camera elsewhere since. */
  standsFor(frame: Frame): boolean;
  nowMs(): number;
}

/** Brings nodes into view, and keeps them there while the bars around the picture follow what happened. */
export class Fitting {
  #last: { nodes: readonly number[] | null; frame: Frame; untilMs: number } | null = null;
  readonly #deps: FittingDeps;

  constructor(deps: FittingDeps) {
    this.#deps = deps;
  }

  /** Null: all that are shown. */
  fit(nodes: readonly number[] | null, motion: Motion): void {
    const frame = this.#deps.frame(nodes);
    if (frame === null) return;
    this.#last = { nodes, frame, untilMs: this.#deps.nowMs() + followsMs };
    this.#deps.send(frame, motion);
  }

  /** What the bars cover has changed; somebody who has moved on is not brought back. */
  barsChanged(): void {
    const last = this.#last;
    if (last === null || this.#deps.nowMs() > last.untilMs || !this.#deps.standsFor(last.frame)) return;
    const frame = this.#deps.frame(last.nodes);
    if (frame === null || (frame.x === last.frame.x && frame.y === last.frame.y && frame.scale === last.frame.scale)) return;
    this.#last = { ...last, frame };
    this.#deps.send(frame, { animateMs: adjustMs });
  }
}
