import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  update: (progress: { done: number; total: number }) => void;
  stop: () => void;
}

/** A bar on standard error while it is a terminal, nothing elsewhere. */
export function progressBar(what: string): Progress {
  const bar = new SingleBar(
    { format: `${what} {bar} {percentage}% {value}/{total}`, stream: process.stderr, noTTYOutput: false, clearOnComplete: true },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: ({ done, total }) => {
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
