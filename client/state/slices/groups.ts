import type { z } from "zod";
import type { savedGroup } from "#graph/model/view.ts";
import type { Exploration } from "../exploration.ts";

/** Nodes that stand for one, as indexes into the loaded graph; an open group shows its members. */
export interface NodeGroup extends Readonly<Omit<z.infer<typeof savedGroup>, "members">> {
  readonly members: readonly number[];
}

export type GroupRule = NodeGroup["by"];

/** By node, one more than the place of its group; made once for each list of groups. */
const byMember = new WeakMap<readonly NodeGroup[], Uint32Array>();

/** The group that a node is in, open or closed. */
export function groupOf({ groups }: Exploration, node: number): NodeGroup | null {
  if (groups.length === 0) return null;
  let places = byMember.get(groups);
  if (places === undefined) {
    let last = 0;
    for (const { members } of groups) for (const member of members) if (member > last) last = member;
    places = new Uint32Array(last + 1);
    for (const [at, { members }] of groups.entries()) for (const member of members) places[member] = at + 1;
    byMember.set(groups, places);
  }
  return groups[(places[node] ?? 0) - 1] ?? null;
}

/** A node is in one group at most: it leaves the one it was in, and a group of fewer than two is none. */
export function addGroups(it: Exploration, added: readonly NodeGroup[]): Exploration {
  const worth = added.filter(({ members }) => members.length > 1);
  if (worth.length === 0) return it;
  const keys = new Set(worth.map(({ key }) => key));
  const others = it.groups.filter(({ key }) => !keys.has(key));
  if (others.length === 0) return { ...it, groups: [...worth], edge: null };
  const taken = new Set(worth.flatMap(({ members }) => members));
  const kept = others
    .map((group) =>
      group.members.some((node) => taken.has(node)) ? { ...group, members: group.members.filter((node) => !taken.has(node)) } : group,
    )
    .filter(({ members }) => members.length > 1);
  return { ...it, groups: [...kept, ...worth], edge: null };
}

/** A key that no group of the exploration has, for one made by hand. */
export function freshKey({ groups }: Exploration): string {
  const keys = new Set(groups.map(({ key }) => key));
  let number = 1;
  while (keys.has(`hand:${number}`)) number += 1;
  return `hand:${number}`;
}

const changed = (it: Exploration, keys: ReadonlySet<string>, change: Partial<Pick<NodeGroup, "open" | "title">>): Exploration => ({
  ...it,
  groups: it.groups.map((group) => (keys.has(group.key) ? { ...group, ...change } : group)),
  edge: null,
});

/** Opened, a group shows its members where they are; closed, one node stands for them. */
export const setOpen = (it: Exploration, keys: readonly string[], open: boolean): Exploration =>
  it.groups.some((group) => keys.includes(group.key) && group.open !== open) ? changed(it, new Set(keys), { open }) : it;

export const renameGroup = (it: Exploration, key: string, title: string): Exploration => changed(it, new Set([key]), { title });

/** The members stay on the canvas, each for itself. */
export function dropGroups(it: Exploration, keys: readonly string[]): Exploration {
  const groups = it.groups.filter(({ key }) => !keys.includes(key));
  return groups.length === it.groups.length ? it : { ...it, groups, edge: null };
}

/** The open group that all that is selected is in. */
export function openGroupOf(it: Exploration): NodeGroup | null {
  const [first] = it.selection;
  const only = first === undefined ? null : groupOf(it, first);
  return only?.open && it.selection.every((node) => groupOf(it, node) === only) ? only : null;
}

/** The closed group whose shown members are just what is selected: selecting a group's node selects them. */
export function selectedGroup(it: Exploration): NodeGroup | null {
  const [first] = it.selection;
  const group = first === undefined ? null : groupOf(it, first);
  if (group === null || group.open) return null;
  const shown = group.members.filter((node) => it.shown[node] === 1);
  const selected = new Set(it.selection);
  return shown.length === selected.size && shown.every((node) => selected.has(node)) ? group : null;
}
