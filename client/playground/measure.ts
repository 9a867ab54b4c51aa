/** Main-thread time of what runs in animation frames, summed since the last reset. */
let frameMs = 0;
const schedule = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  schedule((now) => {
    const started = performance.now();
    callback(now);
    frameMs += performance.now() - started;
  });
const nextFrame = (): Promise<unknown> => new Promise((resume) => schedule(resume));
export const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/** Median of: the action, and all main-thread work of the two frames that follow it. */
export async function medianJs(times: number, action: (round: number) => void): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < times; round += 1) {
    frameMs = 0;
    const started = performance.now();
    action(round);
    const acted = performance.now() - started;
    await nextFrame();
    await nextFrame();
    samples.push(acted + frameMs);
    await pause(20);
  }
  return samples.sort((a, b) => a - b)[samples.length >> 1] as number;
}

type Draw = "drawArrays" | "drawArraysInstanced" | "drawElements";
const draws: Draw[] = ["drawArrays", "drawArraysInstanced", "drawElements"];

/** Runs with draw calls left out: a software GPU works on the same cores and would be counted as JavaScript. */
export async function withoutDraws<T>(work: () => Promise<T>): Promise<T> {
  const prototypes = [WebGL2RenderingContext.prototype, WebGLRenderingContext.prototype];
  const kept = prototypes.map((prototype) => draws.map((draw) => Object.getOwnPropertyDescriptor(prototype, draw)));
  for (const prototype of prototypes)
    for (const draw of draws)
      if (draw in prototype) Object.defineProperty(prototype, draw, { value: () => undefined, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    prototypes.forEach((prototype, p) => {
      draws.forEach((draw, d) => {
        const descriptor = kept[p]?.[d];
        if (descriptor === undefined) Reflect.deleteProperty(prototype, draw);
        else Object.defineProperty(prototype, draw, descriptor);
      });
    });
  }
}

/** Median wall time of the frame that `action` asks for, one pixel of every visible canvas read back in it, so that the GPU is waited for. */
export async function medianFrame(container: HTMLElement, times: number, action: (round: number) => void): Promise<number> {
  const pixel = new Uint8Array(4);
  const samples: number[] = [];
  for (let round = 0; round < times; round += 1) {
    // Frame callbacks run in the order in which they were asked for: this one before the drawing, the next one behind it.
    let started = 0;
    schedule(() => {
      started = performance.now();
    });
    action(round);
    await new Promise<void>((resume) =>
      schedule(() => {
        for (const canvas of container.querySelectorAll("canvas")) {
          if (canvas.style.display === "none") continue;
          const gl = canvas.getContext("webgl2");
          if (gl !== null) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
          else canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
        }
        samples.push(performance.now() - started);
        resume();
      }),
    );
    await pause(10);
  }
  return samples.sort((a, b) => a - b)[samples.length >> 1] as number;
}

export const pointAt = (container: HTMLElement, type: string, at: { x: number; y: number }): void => {
  const box = container.getBoundingClientRect();
  const target = container.querySelector<HTMLElement>("canvas.sigma-mouse") ?? container;
  target.dispatchEvent(
    new MouseEvent(type, { clientX: box.left + at.x, clientY: box.top + at.y, bubbles: true, button: 0, composed: true }),
  );
};
