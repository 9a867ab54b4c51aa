import { isSameView, type View } from "./view.ts";

/** A view that rested this long is drawn in full again. */
const restMs = 120;

/** What of a frame has to be made anew. Letters are its dearest part: where only colours fade, what is written stays. */
export class Repaint {
  /** While the view moves, the picture is drawn plainly and names keep their sides. */
  moving = false;
  #text = true;
  #hover = false;
  /** What the writing was painted for; null: it has to be painted again, though the same is written. */
  #writtenFor: View | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #rested: () => void;

  /** `rested`: asks for a frame in full. */
  constructor(rested: () => void) {
    this.#rested = rested;
  }

  /** Counts as moving from now on, until nothing moved for a while. */
  moved(): void {
    this.moving = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), restMs);
  }

  settle(): void {
    this.atOnce();
    this.#rested();
  }

  /** The next frame is one in full, without waiting for rest. */
  atOnce(): void {
    this.cancel();
    this.moving = false;
    this.#text = true;
  }

  /** Names have to be chosen anew. */
  text(): void {
    this.#text = true;
  }

  /** Nodes are elsewhere. On their way names go along with them; where all have arrived they are chosen anew. */
  travelled(arrived: boolean): void {
    if (arrived) this.text();
    else this.writing();
  }

  /** Only what the pointer lights has changed. */
  hover(): void {
    this.#hover = true;
  }

  /** The same names in other colours, or over something else. */
  writing(): void {
    this.#writtenFor = null;
  }

  /** Told of each frame as it begins: which names it chooses, and whether it writes. */
  begin(view: View): { choose: "all" | "hover" | null; write: boolean } {
    const choose = this.#text && !this.moving ? "all" : this.#hover ? "hover" : null;
    const write = this.#text || this.#hover || this.#writtenFor === null || !isSameView(this.#writtenFor, view);
    this.#text &&= this.moving;
    this.#hover = false;
    this.#writtenFor = view;
    return { choose, write };
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
