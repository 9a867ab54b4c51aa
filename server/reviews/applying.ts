import { HttpFault } from "../http/fault.ts";

export interface Progress {
  done: number;
  total: number;
}

/** The one apply that this process runs, and how far it is. Readers see the store as it was until it ends. */
export class Applying {
  #current: { changeSet: string; progress: Progress } | null = null;
  readonly #onEnd: () => void;

  constructor({ onEnd }: { onEnd: () => void }) {
    this.#onEnd = onEnd;
  }

  get isUnderWay(): boolean {
    return this.#current !== null;
  }

  /** How far the apply of this change set is; null when it is not being applied here. */
  of(changeSet: string): Progress | null {
    return this.#current?.changeSet === changeSet ? this.#current.progress : null;
  }

  /** Runs an apply and follows its progress. Throws a 409 while another one runs: what it waited for would make it stale. */
  async run<T>(changeSet: string, apply: (onProgress: (progress: Progress) => void) => Promise<T>): Promise<T> {
    if (this.#current !== null) {
      throw new HttpFault({
        status: 409,
        code: "conflict",
        message: `change set ${this.#current.changeSet} is being applied at this moment`,
        remedy: "wait until GET /health no longer says applying, then look at yours again: it may have to be re-based",
        retryAfter: 2,
      });
    }
    this.#current = { changeSet, progress: { done: 0, total: 0 } };
    try {
      return await apply((progress) => {
        this.#current = { changeSet, progress };
      });
    } finally {
      this.#current = null;
      this.#onEnd();
    }
  }
}
