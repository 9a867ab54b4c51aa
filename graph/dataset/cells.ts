import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import type { CellType } from "./columns.ts";

/** A cell's value, or why it is none. */
export type CellResult = { value: string | number | boolean | string[] } | { fault: string };

const truths: Readonly<Record<string, boolean>> = { true: true, false: false, "1": true, "0": false };
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Text of a cell to a value of its column's type. The text is not empty. */
export function parseCell(type: CellType, text: string): CellResult {
  switch (type) {
    case "text":
      return { value: text };
    case "number":
      return decimal.test(text) ? { value: Number(text) } : { fault: `"${text}" is not a number` };
    case "boolean": {
      const value = truths[text.toLowerCase()];
      return value === undefined ? { fault: `"${text}" is not one of true, false, 1, 0` } : { value };
    }
    case "list":
      return { value: text.split(/\s+/) };
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
