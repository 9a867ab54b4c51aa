import { startTransition } from "react";
import { turn } from "#client/slices/in-slices.ts";
import type { AtlasStore } from "./atlas.ts";

/** Those that follow a store in turns of their own: one for all that changed since the last, as a step of React that gives way to clicks. */
class Followers {
  readonly #follow = new Set<() => void>();
  #waiting = false;

  constructor(store: AtlasStore) {
    store.subscribe(() => void this.#tell());
  }

  add(follow: () => void): () => void {
    this.#follow.add(follow);
    return () => void this.#follow.delete(follow);
  }

  async #tell(): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = true;
    await turn();
    this.#waiting = false;
    startTransition(() => {
      for (const follow of this.#follow) follow();
    });
  }
}

const made = new WeakMap<AtlasStore, Followers>();

export function followersOf(store: AtlasStore): Followers {
  const known = made.get(store) ?? new Followers(store);
  made.set(store, known);
  return known;
}
