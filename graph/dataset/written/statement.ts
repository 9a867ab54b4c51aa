import { attributeOf, type Statement } from "#graph/model/statement.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import type { PropertyDefinition } from "#graph/vocabulary/properties.ts";
import { relations } from "#graph/vocabulary/relations.ts";
import { parseDate, parsePeriod } from "./calendar.ts";
import { parseFigure } from "./figure.ts";
import { labelledValue } from "./labels.ts";

/** A predicate named by its label: 位于 → LOCATED_IN, 法定名称 → legalName; as it is when no label fits. An object asks for a relation. */
export function predicateOf({ predicate, object }: Statement, kind: EntityKind | "unjudged" | undefined): string {
  const known = kind !== undefined && kind !== "unjudged";
  if (known && attributeOf(kind, predicate) !== undefined) return predicate;
  const relation = labelledValue(relations, predicate);
  const attribute = known ? labelledValue(kinds[kind].properties, predicate) : null;
  return (object === undefined ? (attribute ?? relation) : (relation ?? attribute)) ?? predicate;
}

/** A value in words as its definition takes it: 民营 → private, 2024年3月 → 2024-03, 1,200 → 1200. Null when it cannot be read. */
export function valueAsWritten(definition: PropertyDefinition, text: string): string | null {
  switch (definition.type) {
    case "choice":
      return labelledValue(definition.choices ?? {}, text);
    case "year":
    case "date": {
      const read = parseDate(text);
      return "value" in read ? read.value : null;
    }
    case "period": {
      const read = parsePeriod(text);
      return "value" in read ? read.value : null;
    }
    case "integer":
    case "number":
    case "percent": {
      const figure = parseFigure(text);
      const taken = "value" in figure && figure.op === "=" && (figure.unit === null || figure.unit === "%" || figure.unit === "个");
      return taken ? String(figure.value) : null;
    }
    default:
      return null;
  }
}
