import { type LayoutId, layouts } from "./index.ts";
import type { LayoutInput, Placement } from "./layout.ts";

export type ToWorker = { run: number; id: LayoutId; input: LayoutInput } | { run: number; abort: true };
export type FromWorker = { run: number; positions: Float32Array } | { run: number; placement: Placement } | { run: number; failed: string };

/** Between two unfinished pictures. */
const reportMs = 90;
const running = new Map<number, { aborted: boolean }>();

const answer = (message: FromWorker): void => self.postMessage(message);

self.addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  const { run } = data;
  if ("abort" in data) {
    const signal = running.get(run);
    if (signal !== undefined) signal.aborted = true;
    return;
  }
  const signal = { aborted: false };
  running.set(run, signal);
  let last = performance.now();
  try {
    const layout = layouts.find((one) => one.id === data.id);
    if (layout === undefined) throw new Error(`there is no layout of that name; there are ${layouts.map((one) => one.id).join(", ")}`);
    const placement = await layout.run(data.input, {
      signal,
      onProgress: (current) => {
        if (performance.now() - last < reportMs) return;
        last = performance.now();
        answer({ run, positions: current() });
      },
    });
    if (!signal.aborted) answer({ run, placement });
  } catch (error) {
    answer({ run, failed: error instanceof Error ? error.message : String(error) });
  } finally {
    running.delete(run);
  }
});
