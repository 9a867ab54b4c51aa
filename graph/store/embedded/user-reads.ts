import { type EngineHost, hostEngine } from "./engine-host.ts";
import { startEngine } from "./engine-process.ts";
import type { Generations } from "./generations.ts";
import type { Turnstile } from "./turnstile.ts";

interface UserReadsOptions {
  files: Turnstile;
  generations: Generations;
  memoryLimitMb: number;
}

/** The second engine, for what a person types: over a copy, made when first needed and again after the store has changed. */
export interface UserReads {
  host(): Promise<EngineHost>;
  /** The store has changed: the next read gets a new copy. */
  outdate(): void;
  close(): Promise<void>;
}

interface Copy {
  host: EngineHost;
  drop: () => void;
}

export function userReads({ files, generations, memoryLimitMb }: UserReadsOptions): UserReads {
  let copy: Promise<Copy> | null = null;
  const retired: Promise<void>[] = [];

  const make = (): Promise<Copy> =>
    files(async () => {
      const { database, drop } = generations.scratch();
      try {
        const first = await startEngine(database, memoryLimitMb);
        return { host: hostEngine({ database: () => database, memoryLimitMb, first }), drop };
      } catch (error) {
        drop();
        throw error;
      }
    });
  const retire = async (old: Promise<Copy>): Promise<void> => {
    const { host: reader, drop } = await old;
    await reader.drain();
    drop();
  };

  return {
    host: async () => {
      copy ??= make();
      const asked = copy;
      try {
        return (await asked).host;
      } catch (error) {
        if (copy === asked) copy = null;
        throw error;
      }
    },
    outdate: () => {
      if (copy === null) return;
      const old = copy;
      copy = null;
      retired.push(retire(old).catch(() => undefined));
    },
    close: async () => {
      const last = copy;
      copy = null;
      const current = await last?.catch(() => null);
      await current?.host.stop();
      current?.drop();
      await Promise.all(retired);
    },
  };
}
