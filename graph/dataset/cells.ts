import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import type { CellType } from "./columns.ts";

const truths: Readonly<Record<string, boolean>> = { true: true, false: false, "1": true, "0": false };
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Text of a cell to a value of its column's type; as text where it is none, for validation to read or to refuse. The text is not empty. */
export function parseCell(type: CellType, text: string): string | number | boolean | string[] {
  switch (type) {
    case "text":
      return text;
    case "number":
      return decimal.test(text) ? Number(text) : text;
    case "boolean":
      return truths[text.toLowerCase()] ?? text;
    case "list":
      return text.split(/\s+/);
  }
}

/** An own property of a relation: a number where the vocabulary says so and the text is one, else the text for validation to judge. */
export function parseProperty(predicate: string, name: string, text: string): string | number {
  const definition = isRelationType(predicate) ? relations[predicate].properties[name] : undefined;
  const numeric =
    definition !== undefined && (definition.type === "number" || definition.type === "integer" || definition.type === "percent");
  return numeric && decimal.test(text) ? Number(text) : text;
}

/** A value as the text of a cell; absent is empty. */
export function printCell(value: unknown): string {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.join(" ") : String(value);
}
