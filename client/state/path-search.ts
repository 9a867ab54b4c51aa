import { createStore } from "zustand/vanilla";
import type { EntityRef, PathsAnswer } from "#graph/model/api-answers.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";

/** What a person asks for between two or more entities, and what was found. The highlighted path itself is part of the exploration. */
export interface PathSearch {
  open: boolean;
  /** In the order of the way; null waits for a choice. Always two or more. */
  ends: readonly (EntityRef | null)[];
  /** Relations that a path may not use. */
  without: ReadonlySet<RelationType>;
  avoidHubs: boolean;
  inferred: boolean;
  minConfidence: number;
  /** Along the direction of the relations only. */
  forward: boolean;
  maxLength: number;
  /** An answer for each pair of ends, in their order; null before the first search. */
  answers: readonly PathsAnswer[] | null;
  /** The path that is shown, as pair and number. */
  chosen: { pair: number; path: number } | null;
}

export const emptyPathSearch: PathSearch = {
  open: false,
  ends: [null, null],
  without: new Set(),
  avoidHubs: true,
  inferred: true,
  minConfidence: 0,
  forward: false,
  maxLength: 6,
  answers: null,
  chosen: null,
};

export const pathSearch = createStore<PathSearch>(() => emptyPathSearch);

/** A changed question has no answer yet. */
export const ask = (it: PathSearch, change: Partial<PathSearch>): PathSearch => ({ ...it, ...change, answers: null, chosen: null });

export const setEnd = (it: PathSearch, at: number, end: EntityRef | null): PathSearch =>
  ask(it, { ends: it.ends.map((before, index) => (index === at ? end : before)) });

export const reverse = (it: PathSearch): PathSearch => ask(it, { ends: [...it.ends].reverse() });

export const addEnd = (it: PathSearch): PathSearch => (it.ends.length < 5 ? ask(it, { ends: [...it.ends, null] }) : it);

export const dropEnd = (it: PathSearch, at: number): PathSearch =>
  it.ends.length > 2 ? ask(it, { ends: it.ends.filter((_, index) => index !== at) }) : setEnd(it, at, null);

export const toggleRelations = (it: PathSearch, types: readonly RelationType[]): PathSearch => {
  const without = new Set(it.without);
  const off = types.every((type) => without.has(type));
  for (const type of types)
    if (off) without.delete(type);
    else without.add(type);
  return ask(it, { without });
};

/** A filter opened as far as it goes, by the name that the server gives it. */
export function openFilter(it: PathSearch, filter: NonNullable<PathsAnswer["absence"]>["filters"][number]["filter"]): PathSearch {
  switch (filter) {
    case "maxLength":
      return ask(it, { maxLength: 10 });
    case "relations":
      return ask(it, { without: new Set() });
    case "statuses":
      return ask(it, { inferred: true });
    case "minConfidence":
      return ask(it, { minConfidence: 0 });
    case "direction":
      return ask(it, { forward: false });
    case "avoidHubs":
      return ask(it, { avoidHubs: false });
    case "at":
      return it;
  }
}

/** Every pair of neighbouring ends, once all are chosen; else null. */
export function pairsOf({ ends }: PathSearch): (readonly [EntityRef, EntityRef])[] | null {
  if (ends.some((end) => end === null)) return null;
  const all = ends as readonly EntityRef[];
  return all.slice(1).map((to, at) => [all[at] as EntityRef, to]);
}
