import { turn } from "#client/slices/in-slices.ts";

/** A piece of work on the page's thread lasts no longer: a pointer that moves meanwhile is answered in the same frame. */
const pieceMs = 6;

/** Calls `step` until it answers true, with the thread free between pieces. */
export async function inPieces(step: () => boolean, now: () => number): Promise<void> {
  let until = now() + pieceMs;
  while (!step()) {
    if (now() < until) continue;
    await turn();
    until = now() + pieceMs;
  }
}
