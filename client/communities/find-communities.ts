import type { CommunityInput } from "./communities.ts";

/** Looks for communities in a worker of its own, which ends with the answer or when the signal aborts. */
export function findCommunities(input: CommunityInput, { signal }: { signal: AbortSignal }): Promise<Uint32Array> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL("./communities.worker.ts", import.meta.url), { type: "module" });
    const settle = (end: () => void): void => {
      worker.terminate();
      end();
    };
    signal.addEventListener("abort", () => settle(() => reject(signal.reason)), { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<Uint32Array>) => settle(() => resolve(data)));
    worker.addEventListener("error", ({ message }) =>
      settle(() => reject(new Error(`Communities stopped: the worker failed (${message}); reload the page.`))),
    );
    worker.postMessage(input);
  });
}
