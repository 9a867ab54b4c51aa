import type { SavedPicture } from "#graph/model/view.ts";

/** Every entity that a picture names. */
export const idsIn = ({ exploration, guides }: SavedPicture): string[] => [
  ...new Set([
    ...exploration.shown,
    ...exploration.selection,
    ...exploration.pinned,
    ...exploration.groups.flatMap(({ members }) => members),
    ...(exploration.highlight?.nodes ?? []),
    ...guides.flatMap(({ title }) => (title !== null && "entity" in title ? [title.entity] : [])),
  ]),
];

/**
 * The picture with each id as what it is now: an entity that was merged into another stands for that one, in its own place unless the
 * other was shown too.
 */
export function renamed(picture: SavedPicture, became: ReadonlyMap<string, string>): SavedPicture {
  if (became.size === 0) return picture;
  const now = (id: string) => became.get(id) ?? id;
  const nowAll = (ids: readonly string[]) => [...new Set(ids.map(now))];
  const { exploration, guides } = picture;
  const taken = new Set(exploration.shown.filter((id) => !became.has(id)));
  const rows = [...exploration.shown.entries()].filter(([, id]) => {
    if (!became.has(id)) return true;
    if (taken.has(now(id))) return false;
    taken.add(now(id));
    return true;
  });
  return {
    ...picture,
    exploration: {
      ...exploration,
      shown: rows.map(([, id]) => now(id)),
      positions: rows.flatMap(([row]) => exploration.positions.slice(2 * row, 2 * row + 2)),
      selection: nowAll(exploration.selection),
      pinned: nowAll(exploration.pinned),
      groups: exploration.groups.map((group) => ({ ...group, members: nowAll(group.members) })),
      highlight: exploration.highlight && { ...exploration.highlight, nodes: nowAll(exploration.highlight.nodes) },
    },
    guides: guides.map((guide) =>
      guide.title !== null && "entity" in guide.title ? { ...guide, title: { entity: now(guide.title.entity) } } : guide,
    ),
  };
}
