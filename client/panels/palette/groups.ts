import type { PaletteEntry, PaletteSource } from "./entry.ts";
import { matchTier, tiers } from "./match.ts";

/** Entries under one heading; `total` counts those that are not listed too. */
export interface PaletteGroup {
  readonly id: string;
  readonly title: PaletteSource["title"];
  readonly entries: readonly PaletteEntry[];
  readonly total: number;
}

interface Asked {
  typed: string;
  offered: readonly { source: PaletteSource; entries: readonly PaletteEntry[] }[];
  /** What the server found; null where nothing was asked. */
  entities: PaletteGroup | null;
  /** Whether the first of the entities is what was typed, and not only near it. */
  entitiesRight: boolean;
  recent: PaletteGroup;
}

/**
 * What the palette lists, in order. Nothing typed: what was chosen lately, then all that can be done. Otherwise entities, then each group's
 * matches, the best first; an action that begins with what was typed comes before entities that only nearly do.
 */
export function paletteGroups({ typed, offered, entities, entitiesRight, recent }: Asked): PaletteGroup[] {
  const all = offered.map(({ source: { id, title }, entries }) => ({ id, title, entries, total: entries.length }));
  if (typed.trim() === "") return [recent, ...all].filter(isFilled);
  const ranked = all.map((group) => rank(group, typed));
  const groups = ranked.map(({ group }) => group);
  const [first] = ranked.toSorted((a, b) => b.best - a.best);
  const actionsFirst = !entitiesRight && first !== undefined && first.best >= tiers.word;
  const found = entities === null ? [] : [entities];
  return (actionsFirst ? [...groups, ...found] : [...found, ...groups]).filter(isFilled);
}

const isFilled = ({ entries }: PaletteGroup): boolean => entries.length > 0;

function rank(group: PaletteGroup, typed: string): { group: PaletteGroup; best: number } {
  const matched = group.entries
    .map((entry) => ({ entry, tier: matchTier(typed, [entry.title.zh, entry.title.en]) }))
    .filter(({ tier }) => tier > 0)
    .toSorted((a, b) => b.tier - a.tier);
  const entries = matched.map(({ entry }) => entry);
  return { group: { ...group, entries, total: entries.length }, best: matched[0]?.tier ?? 0 };
}
