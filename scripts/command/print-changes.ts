import type { Change, ChangeSet, Tallies } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";

const signs = { added: "+", changed: "~", removed: "-", conflict: "!" } as const;
const shownAtMost = 200;

const brief = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

function whatItSays(content: RecordContent): string {
  const { subject, predicate, object, value, name, title, left, right, unit, period } = content;
  if (predicate !== undefined) return `${brief(subject)} ${brief(predicate)} ${brief(object ?? value ?? "")}`;
  if (left !== undefined) return `${brief(left)} ≠ ${brief(right)}`;
  if (unit !== undefined)
    return `${brief(subject)} ${brief(name)} ${period === undefined ? "" : `${brief(period)} `}${brief(value)} ${brief(unit)}`;
  return brief(name ?? title ?? "");
}

function differences({ before, after }: Change): string[] {
  if (before === null || after === null) return [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `      ${name}: ${brief(before[name] ?? "(none)")} → ${brief(after[name] ?? "(none)")}`);
}

/** A change set for a person: a line a record, below it the fields that differ. */
export function printChanges({ changes, tallies }: ChangeSet): string {
  const shown = changes.slice(0, shownAtMost).flatMap((change) => {
    const content = change.after ?? change.before ?? {};
    return [`  ${signs[change.kind]} ${change.record.table} ${change.record.id}  ${whatItSays(content)}`, ...differences(change)];
  });
  const more = changes.length > shownAtMost ? [`  … and ${changes.length - shownAtMost} more`] : [];
  return [...shown, ...more, printTallies(tallies)].join("\n");
}

/** Counts by table, as a few lines. */
export function printTallies(tallies: Tallies): string {
  const lines = (["entities", "statements", "metrics", "documents"] as const).map((table) => {
    const { added, changed, removed, unchanged } = tallies[table];
    return `${table.padEnd(11)} ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`;
  });
  return [...lines, `conflicts   ${tallies.conflicts}`].join("\n");
}
