import type { RecordTable } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";

export type Json = RecordContent[string];

/** One line of what will be written: a field, as it was and as it will be; undefined where it is absent. */
export interface FieldRow {
  /** `["value"]`, `["properties", "year"]`. */
  path: readonly string[];
  before: Json | undefined;
  after: Json | undefined;
}

/** Fields that say which record it is, or that belong to it as records of their own: told elsewhere. */
const untold = new Set(["id", "subject", "predicate", "object", "evidence", "dataset", "left", "right"]);
/** Lists of parts: their number is told, not their content. */
const parts = new Set(["aliases", "paragraphs"]);

const order = "name nameEn shortName kind title value unit op raw period modality basis status confidence validFrom validTo rank".split(
  " ",
);
const rank = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);

const tellable = (field: string, value: Json | undefined): Json | undefined =>
  parts.has(field) && Array.isArray(value) ? value.length : value;

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a change writes, field by field; of a changed record only what differs, unless `all`. A metric's name tells what it is, not what it says. */
export function fieldRows(
  table: RecordTable,
  before: RecordContent | null,
  after: RecordContent | null,
  { all = false }: { all?: boolean } = {},
): FieldRow[] {
  const rows: FieldRow[] = [];
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const field of [...fields].sort((a, b) => rank(a) - rank(b))) {
    if (untold.has(field) || (table === "metrics" && field === "name")) continue;
    const [was, is] = [before?.[field], after?.[field]];
    if (field === "properties") {
      const [own, next] = [(was ?? {}) as RecordContent, (is ?? {}) as RecordContent];
      for (const name of new Set([...Object.keys(own), ...Object.keys(next)]))
        rows.push({ path: ["properties", name], before: own[name], after: next[name] });
    } else rows.push({ path: [field], before: tellable(field, was), after: tellable(field, is) });
  }
  const partial = before !== null && after !== null && !all;
  // A part that changed inside, with as many as before, still counts as a difference.
  const differs = ({ path: [field = ""], before: was, after: is }: FieldRow): boolean =>
    !same(was, is) || (parts.has(field) && !same(before?.[field], after?.[field]));
  return partial ? rows.filter(differs) : rows;
}

/** Fields a person may correct in a review: what is said, not of whom. */
export const isEditable = ({ path: [field = ""], after }: FieldRow): boolean =>
  !parts.has(field) &&
  !["kind", "mergedFrom", "sha256", "characters", "spans"].includes(field) &&
  (typeof after !== "object" || after === null);

/** The content with one field set; an empty text takes the field away. */
export function withField(content: RecordContent, path: readonly string[], value: Json | undefined): RecordContent {
  const [field = "", ...rest] = path;
  const next = { ...content };
  const inner = rest.length === 0 ? value : withField((content[field] ?? {}) as RecordContent, rest, value);
  const empty = inner === undefined || inner === "" || (rest.length > 0 && Object.keys(inner as object).length === 0);
  if (empty) delete next[field];
  else next[field] = inner as Json;
  return next;
}

/** What was typed, as the field held it: numbers stay numbers. */
export function typed(text: string, like: Json | undefined): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (typeof like === "number") return Number.isFinite(Number(trimmed)) ? Number(trimmed) : undefined;
  if (typeof like === "boolean") return trimmed === "true";
  return trimmed;
}
