/** Work that may be left at each `yield` and gone on with later. */
export type Sliced<T> = Generator<void, T, void>;

/** So long at once: a frame has room for it beside everything else. */
const sliceMs = 3;
/** However busy the page is, it begins after so long. */
const patienceMs = 100;

/** Lets whatever waits have its turn; unlike a timer it is not delayed more and more, nor stands still in a tab that nobody looks at. */
export function turn(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}

const idle = (): Promise<unknown> =>
  new Promise((resume) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(resume, { timeout: patienceMs });
    else setTimeout(resume);
  });

/** Begins when the page has nothing to do, and goes on in slices; undefined when it was aborted. */
export async function inSlices<T>(work: Sliced<T>, signal: AbortSignal): Promise<T | undefined> {
  await idle();
  while (!signal.aborted) {
    const end = performance.now() + sliceMs;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
    await turn();
  }
  return undefined;
}
