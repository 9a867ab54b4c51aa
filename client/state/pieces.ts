/** A piece of work on the page's thread lasts no longer: a pointer that moves meanwhile is answered in the same frame. */
const pieceMs = 6;

/** Lets what waits have its turn. Not a timer: those stand still in a tab that nobody looks at. */
const breath = (): Promise<void> =>
  new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });

/** Calls `step` until it answers true, with the thread free between pieces. */
export async function inPieces(step: () => boolean, now: () => number): Promise<void> {
  let until = now() + pieceMs;
  while (!step()) {
    if (now() < until) continue;
    await breath();
    until = now() + pieceMs;
  }
}
