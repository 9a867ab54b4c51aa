import type { Tallies } from "#graph/model/change-set.ts";

/** Counts by table, as a few lines. */
export function printTallies(tallies: Tallies): string {
  const lines = (["entities", "statements", "metrics", "documents"] as const).map((table) => {
    const { added, changed, removed, unchanged } = tallies[table];
    return `${table.padEnd(11)} ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`;
  });
  return [...lines, `conflicts   ${tallies.conflicts}`].join("\n");
}
