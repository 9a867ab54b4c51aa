import type { LayoutId } from "./index.ts";
import type { LayoutInput, Placement } from "./layout.ts";
import type { FromWorker, ToWorker } from "./layout.worker.ts";

export { layouts } from "./index.ts";

export interface RunOptions {
  signal: AbortSignal;
  /** x, y pairs of an unfinished layout, a few times a second. */
  onProgress?(positions: Float32Array): void;
}

let worker: Worker | null = null;
let runs = 0;

/** Lays out in a worker. Rejects with the signal's reason when it is aborted, or with what went wrong in the worker. */
export function runLayout(id: LayoutId, input: LayoutInput, { signal, onProgress }: RunOptions): Promise<Placement> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    worker ??= new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    const to = worker;
    runs += 1;
    const run = runs;
    // What the worker was given is its own: nothing is copied.
    const send = (message: ToWorker): void => to.postMessage(message, "input" in message ? columnsOf(message.input) : []);
    const settle = (end: () => void): void => {
      to.removeEventListener("message", answered);
      to.removeEventListener("error", broken);
      signal.removeEventListener("abort", aborted);
      end();
    };
    const answered = ({ data }: MessageEvent<FromWorker>): void => {
      if (data.run !== run) return;
      if ("failed" in data) settle(() => reject(new Error(`Layout ${id} stopped: ${data.failed}.`)));
      else if ("placement" in data) settle(() => resolve(data.placement));
      else onProgress?.(data.positions);
    };
    const aborted = (): void => {
      send({ run, abort: true });
      settle(() => reject(signal.reason));
    };
    const broken = (event: ErrorEvent): void => {
      worker = null;
      settle(() => reject(new Error(`Layout ${id} stopped: its worker failed (${event.message}); reload the page.`)));
    };
    to.addEventListener("message", answered);
    to.addEventListener("error", broken);
    signal.addEventListener("abort", aborted);
    send({ run, id, input });
  });
}

const columnsOf = (input: LayoutInput): ArrayBufferLike[] =>
  Object.values(input).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []));
