import type { RecordContent } from "#graph/model/record.ts";

/** Names of entities by id; an id without one is shown itself. */
export type Names = ReadonlyMap<string, string>;

const longest = 80;
const brief = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** Fields whose value is an entity's id; the value of an attribute may be one. */
const referring = new Set(["subject", "object", "value", "region", "denominator", "plan", "product", "left", "right"]);

/** A field's value for a person: names for ids, lists by what they hold. */
export function fieldText(field: string, value: unknown, names: Names): string {
  if (value === undefined) return "(none)";
  if (typeof value === "string") return brief(referring.has(field) ? (names.get(value) ?? value) : value);
  if (typeof value !== "object" || value === null) return String(value);
  return brief(JSON.stringify(value));
}

/** A record in a line: what an entity is called, what a statement or a metric says. */
export function recordText(content: RecordContent, names: Names): string {
  const of = (field: string): string => fieldText(field, content[field], names);
  const { predicate, object, unit, left, title, kind, period, op, modality } = content;
  if (predicate !== undefined) return `${of("subject")} ${of("predicate")} ${object === undefined ? of("value") : of("object")}`;
  if (unit !== undefined) {
    const when = period === undefined ? "" : ` ${of("period")}`;
    return `${of("subject")} ${of("name")}${when} ${op ?? "="} ${of("value")} ${of("unit")} (${modality})`;
  }
  if (left !== undefined) return `${of("left")} ≠ ${of("right")}`;
  if (title !== undefined) return of("title");
  return `${kind} ${of("name")}`;
}

/** Part of a list that an owner carries (a piece of evidence, an alias, a paragraph) in a few words. */
export function partText(part: unknown): string {
  if (typeof part !== "object" || part === null) return brief(String(part));
  const { document, start, end, row, surface, scope, id, kind } = part as Record<string, unknown>;
  if (document !== undefined && id === undefined)
    return `${document}${start === undefined ? "" : ` ${start}–${end}`}${row === undefined ? "" : ` row ${row}`}`;
  if (surface !== undefined) return `${surface} (${scope})`;
  if (id !== undefined) return `${id}${kind === undefined ? "" : ` ${kind}`} ${start}–${end}`;
  return brief(JSON.stringify(part));
}
