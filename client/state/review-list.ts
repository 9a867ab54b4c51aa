import type { EntityRef } from "#graph/model/api-answers.ts";
import type { Change, ChangeKind, RecordTable } from "#graph/model/change-set.ts";
import type { IdentityQuestion, ReviewedChangeSet } from "#graph/model/review.ts";
import type { Held } from "./review.ts";

/** What a person decides one after another. */
export type Item = { at: "change"; change: Change } | { at: "question"; question: IdentityQuestion };

export const groupNames = ["conflict", "question", "removed", "changed", "added"] as const;
/** The weightiest first: what contradicts, what may be another, what goes, what changes, what comes. */
export type GroupName = (typeof groupNames)[number];

export interface Group {
  name: GroupName;
  items: readonly Item[];
}

export type Standing = "all" | "open" | "accepted" | "rejected";
export interface ReviewFilter {
  standing: Standing;
  /** Part of a name or value. */
  text: string;
}
export const everything: ReviewFilter = { standing: "all", text: "" };

export const itemId = (item: Item): string => (item.at === "change" ? item.change.id : item.question.id);

const tableOrder: readonly RecordTable[] = ["entities", "statements", "metrics", "constraints", "documents"];

const contentOf = ({ after, before }: Change) => after ?? before ?? {};

/** Changes of one subject stand together, in the order in which subjects first come. */
function inOrder(changes: readonly Change[]): Change[] {
  const rank = new Map<string, number>();
  const subjectOf = (change: Change): string => String(contentOf(change).subject ?? change.record.id);
  for (const change of changes) if (!rank.has(subjectOf(change))) rank.set(subjectOf(change), rank.size);
  return changes.toSorted(
    (a, b) =>
      tableOrder.indexOf(a.record.table) - tableOrder.indexOf(b.record.table) ||
      (rank.get(subjectOf(a)) as number) - (rank.get(subjectOf(b)) as number),
  );
}

/** All that there is to decide, by group; empty groups are left out. */
export function groupsOf(set: ReviewedChangeSet): Group[] {
  const itemsOf = (kind: ChangeKind): Item[] =>
    inOrder(set.changes.filter((change) => change.kind === kind)).map((change) => ({ at: "change", change }));
  return groupNames
    .map((name) => ({
      name,
      items: name === "question" ? set.identity.map((question): Item => ({ at: "question", question })) : itemsOf(name),
    }))
    .filter((group) => group.items.length > 0);
}

export type Names = ReadonlyMap<string, EntityRef>;

/** Every entity that changes name: those told, and those that the changes themselves bring. */
export function namesOf(changes: readonly Change[], refs: readonly EntityRef[]): Map<string, EntityRef> {
  const names = new Map(refs.map((ref) => [String(ref.id), ref]));
  for (const change of changes) {
    if (change.record.table !== "entities" || names.has(change.record.id)) continue;
    const { id, kind, name, nameEn } = contentOf(change);
    names.set(change.record.id, { id, kind, name, nameEn: nameEn ?? null } as EntityRef);
  }
  return names;
}

/** Fields whose words a search in the list looks at. */
const searched = ["name", "nameEn", "title", "value", "raw", "predicate", "reason"];

const wordsOf = (change: Change, names: Names): string => {
  const content = contentOf(change);
  const ends = [content.subject, content.object, content.left, content.right].map((id) => names.get(String(id)));
  return [...ends.flatMap((ref) => (ref ? [ref.name, ref.nameEn] : [])), ...searched.map((field) => content[field])]
    .join(" ")
    .toLowerCase();
};

/** The groups as a filter leaves them; `keep` stays, so that nothing vanishes under the hand that decides it. */
export function filtered(
  groups: readonly Group[],
  filter: ReviewFilter,
  { decisions, names, keep }: { decisions: ReadonlyMap<string, Held>; names: Names; keep: string | null },
): Group[] {
  const text = filter.text.trim().toLowerCase();
  const standingOf = (item: Item): Standing =>
    item.at === "change" ? (decisions.get(item.change.id)?.decision ?? "open") : item.question.answer === null ? "open" : "accepted";
  const wordsIn = (item: Item): string =>
    item.at === "change"
      ? wordsOf(item.change, names)
      : [item.question.entity.name, ...item.question.candidates.map((one) => one.name)].join(" ").toLowerCase();
  const stays = (item: Item): boolean =>
    itemId(item) === keep ||
    ((filter.standing === "all" || standingOf(item) === filter.standing) && (text === "" || wordsIn(item).includes(text)));
  if (filter.standing === "all" && text === "") return [...groups];
  return groups.map((group) => ({ ...group, items: group.items.filter(stays) })).filter((group) => group.items.length > 0);
}

/** The item after (or before) the present one; at an end it stays. */
export function beside(groups: readonly Group[], cursor: string | null, step: 1 | -1): string | null {
  const ids = groups.flatMap((group) => group.items.map(itemId));
  const here = cursor === null ? -1 : ids.indexOf(cursor);
  if (here < 0) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[here + step] ?? cursor;
}

/** Where deciding goes on: the next undecided item after the present one, else the next one. */
export function nextOpen(groups: readonly Group[], cursor: string | null, decisions: ReadonlyMap<string, Held>): string | null {
  const items = groups.flatMap((group) => group.items);
  const here = items.findIndex((item) => itemId(item) === cursor);
  const open = items
    .slice(here + 1)
    .find((item) => (item.at === "change" ? !decisions.has(item.change.id) : item.question.answer === null));
  return open === undefined ? beside(groups, cursor, 1) : itemId(open);
}
