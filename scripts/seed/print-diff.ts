import { styleText } from "node:util";
import { canonicalJson } from "#graph/changes/content.ts";
import type { ChangeCounts } from "#graph/changes/gathering.ts";
import type { Change, ChangeKind, RecordTable } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { fieldText, type Names, partText, recordText } from "./describe-record.ts";

export interface DiffOptions {
  /** How many changes there are, where not all are at hand. */
  counts: ChangeCounts;
  names: Names;
  colours: boolean;
  /** Lines of one group; null shows all. */
  atMost: number | null;
  /** What stands and says otherwise than a change in conflict. */
  rivalsOf: (change: string) => readonly RecordContent[];
}

interface Group {
  kind: ChangeKind;
  title: string;
  sign: string;
  colour: "yellow" | "red" | "cyan" | "green";
}

/** What a person must look at first comes first. */
const groups: readonly Group[] = [
  { kind: "conflict", title: "in conflict with what stands", sign: "!", colour: "yellow" },
  { kind: "removed", title: "removed", sign: "-", colour: "red" },
  { kind: "changed", title: "changed", sign: "~", colour: "cyan" },
  { kind: "added", title: "added", sign: "+", colour: "green" },
];
const tables: Readonly<Record<RecordTable, [one: string, many: string]>> = {
  entities: ["entity", "entities"],
  statements: ["statement", "statements"],
  metrics: ["metric", "metrics"],
  documents: ["document", "documents"],
  constraints: ["constraint", "constraints"],
};

/** Changes as a diff: by severity, then by table; names for ids, and the fields that differ below their record. */
export function printDiff(changes: readonly Change[], options: DiffOptions): string {
  const blocks = groups.flatMap((group) => {
    const ofKind = changes.filter((it) => it.kind === group.kind);
    return (Object.keys(tables) as RecordTable[]).flatMap((table) => {
      const found = ofKind.filter((it) => it.record.table === table);
      return found.length === 0 ? [] : [printGroup(group, table, found, options)];
    });
  });
  return blocks.join("\n\n");
}

function printGroup({ kind, title, sign, colour }: Group, table: RecordTable, changes: readonly Change[], options: DiffOptions): string {
  // The caller knows whether it prints to a terminal.
  const styled = (style: Group["colour"] | "dim", text: string): string =>
    options.colours ? styleText(style, text, { validateStream: false }) : text;
  const paint = (text: string): string => styled(colour, text);
  const faint = (text: string): string => styled("dim", text);
  const lines: string[] = [];
  let shown = 0;
  for (const change of changes) {
    const { before, after, record } = change;
    const content = after ?? before ?? {};
    const next = [
      `  ${paint(sign)} ${recordText(content, options.names)}  ${faint(record.id)}`,
      ...differences(change, options.names).map((it) => `      ${it}`),
      ...options.rivalsOf(change.id).map((it) => `      stands: ${recordText(it, options.names)}  ${faint(String(it.id))}`),
    ];
    if (options.atMost !== null && shown > 0 && lines.length + next.length > options.atMost) break;
    lines.push(...next);
    shown += 1;
  }
  const total = options.counts[table][kind];
  const more = total - shown;
  if (more > 0) lines.push(faint(`  … and ${more} more; --all shows every one`));
  return [paint(`${total} ${tables[table][total === 1 ? 0 : 1]} ${title}`), ...lines].join("\n");
}

/** `field: before → after`; of a list, what came and went. */
function differences({ before, after }: Change, names: Names): string[] {
  if (before === null || after === null) return [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
    .map((field) => {
      const [was, is] = [before[field], after[field]];
      if (!Array.isArray(was ?? []) || !Array.isArray(is ?? []))
        return `${field}: ${fieldText(field, was, names)} → ${fieldText(field, is, names)}`;
      return `${field}: ${listDifference((was ?? []) as unknown[], (is ?? []) as unknown[])}`;
    });
}

function listDifference(was: readonly unknown[], is: readonly unknown[]): string {
  const [old, now] = [was, is].map((list) => new Map(list.map((it) => [canonicalJson(it as never), it])));
  const gone = [...(old ?? [])].filter(([key]) => !now?.has(key)).map(([, it]) => `− ${partText(it)}`);
  const come = [...(now ?? [])].filter(([key]) => !old?.has(key)).map(([, it]) => `+ ${partText(it)}`);
  return [...gone, ...come].join(", ");
}
