import { createStore } from "zustand/vanilla";
import type { EntityRef, PathsAnswer } from "#graph/model/api-answers.ts";
import { type Status, statuses as statusWords } from "#graph/vocabulary/marks.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";

const statusNames = Object.keys(statusWords) as Status[];

/** What a person asks for between two or more entities, and what was found. The highlighted path itself is part of the exploration. */
export interface PathSearch {
  open: boolean;
  /** In the order of the way; null waits for a choice. Always two or more. */
  ends: readonly (EntityRef | null)[];
  /** Relations that a path may not use. */
  without: ReadonlySet<RelationType>;
  avoidHubs: boolean;
  /** Never empty. */
  statuses: ReadonlySet<Status>;
  minConfidence: number;
  /** A date or part of one: only what held then; null: whenever. */
  at: string | null;
  /** Along the direction of the relations only. */
  forward: boolean;
  maxLength: number;
  /** Of three or more ends: one way through all of them in their order, or paths between each two. */
  legs: "way" | "pairs";
  /** How many paths of a pair are listed. */
  listed: number;
  /** An answer for each pair that was asked for, in their order; null before the first search. */
  answers: readonly PathsAnswer[] | null;
  /** The number of the path that is shown, by pair: on a way one of each leg, else one alone. */
  chosen: readonly (number | null)[];
}

/** So many paths of a pair are listed at first, and so many more each time. */
export const pathsListed = 8;

export const emptyPathSearch: PathSearch = {
  open: false,
  ends: [null, null],
  without: new Set(),
  avoidHubs: true,
  statuses: new Set(statusNames),
  minConfidence: 0,
  at: null,
  forward: false,
  maxLength: 6,
  legs: "way",
  listed: pathsListed,
  answers: null,
  chosen: [],
};

/** So many ends a search takes. */
export const mostEnds = 5;

export const pathSearch = createStore<PathSearch>(() => emptyPathSearch);

/** A changed question has no answer yet. */
export const ask = (it: PathSearch, change: Partial<PathSearch>): PathSearch => ({
  ...it,
  listed: pathsListed,
  ...change,
  answers: null,
  chosen: [],
});

export const setEnd = (it: PathSearch, at: number, end: EntityRef | null): PathSearch =>
  ask(it, { ends: it.ends.map((before, index) => (index === at ? end : before)) });

export const reverse = (it: PathSearch): PathSearch => ask(it, { ends: [...it.ends].reverse() });

export const addEnd = (it: PathSearch): PathSearch => (it.ends.length < mostEnds ? ask(it, { ends: [...it.ends, null] }) : it);

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

/** A status that a path may or may not use; the last one stays. */
export function toggleStatus(it: PathSearch, status: Status): PathSearch {
  const statuses = new Set(it.statuses);
  if (!statuses.delete(status)) statuses.add(status);
  return statuses.size === 0 ? it : ask(it, { statuses });
}

/** The present path of each pair once one was chosen: on a way the other legs keep theirs. */
export const choose = (it: PathSearch, pair: number, path: number): PathSearch => ({
  ...it,
  chosen: (it.answers ?? []).map((answer, at) => {
    if (at === pair) return path;
    if (it.legs === "pairs") return null;
    return it.chosen[at] ?? (answer.paths.length > 0 ? 0 : null);
  }),
});

/** A filter opened as far as it goes, by the name that the server gives it. */
export function openFilter(it: PathSearch, filter: NonNullable<PathsAnswer["absence"]>["filters"][number]["filter"]): PathSearch {
  switch (filter) {
    case "maxLength":
      return ask(it, { maxLength: 10 });
    case "relations":
      return ask(it, { without: new Set() });
    case "statuses":
      return ask(it, { statuses: new Set(statusNames) });
    case "minConfidence":
      return ask(it, { minConfidence: 0 });
    case "direction":
      return ask(it, { forward: false });
    case "avoidHubs":
      return ask(it, { avoidHubs: false });
    case "at":
      return ask(it, { at: null });
  }
}

/** The pairs that are asked for, once all ends are chosen: neighbouring ones along a way, else each with each; until then null. */
export function pairsOf({ ends, legs }: PathSearch): (readonly [EntityRef, EntityRef])[] | null {
  if (ends.some((end) => end === null)) return null;
  const all = ends as readonly EntityRef[];
  return legs === "way"
    ? all.slice(1).map((to, at) => [all[at] as EntityRef, to])
    : all.flatMap((from, at) => all.slice(at + 1).map((to) => [from, to] as const));
}
