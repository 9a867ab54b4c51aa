import { formatNumber } from "#client/format/figure.ts";
import { attributeLabel, kindLabel, nameOf } from "#client/i18n/labels.ts";
import type { Language } from "#client/rendering/interface.ts";
import type { Json } from "#client/state/record-fields.ts";
import type { Names } from "#client/state/review-list.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { isEntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { documentForms, modalities, operators, ranks, reliabilities, statuses } from "#graph/vocabulary/marks.ts";
import { units } from "#graph/vocabulary/measures.ts";
import type { PropertyDefinition } from "#graph/vocabulary/properties.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";

type Choices = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** Closed lists by field of a record. */
const closed: Readonly<Record<string, Choices>> = {
  status: statuses,
  modality: modalities,
  op: operators,
  rank: ranks,
  form: documentForms,
  reliability: reliabilities,
  unit: units,
};

/** What the vocabulary says of an attribute's value or of a relation's property. */
function definitionOf(path: readonly string[], content: RecordContent, names: Names): PropertyDefinition | undefined {
  const [field, property] = path;
  const predicate = String(content.predicate ?? "");
  if (field === "properties" && property !== undefined && isRelationType(predicate)) return relations[predicate].properties[property];
  const kind = names.get(String(content.subject))?.kind;
  return field === "value" && kind !== undefined && isEntityKind(kind) ? kinds[kind].properties[predicate] : undefined;
}

/** The choices of a closed field, or undefined where anything may be written. */
export const choicesOf = (path: readonly string[], content: RecordContent, names: Names): Choices | undefined =>
  definitionOf(path, content, names)?.choices ?? closed[path[0] ?? ""];

export function fieldLabel(
  path: readonly string[],
  content: RecordContent,
  { names, language, t }: { names: Names; language: Language; t: (key: string) => string },
): string {
  const [field = "", property] = path;
  const definition = definitionOf(path, content, names);
  if (definition !== undefined) return definition[language];
  if (property !== undefined) return property;
  const key = `field.${field}`;
  const known = t(key);
  return known === key ? field : known;
}

/** A value as it is read: choices in words, ids as names. */
export function valueWords(
  path: readonly string[],
  value: Json | undefined,
  content: RecordContent,
  { names, language }: { names: Names; language: Language },
): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value))
    return value.map((one) => valueWords(path, one, content, { names, language })).join(language === "zh" ? "、" : ", ");
  if (typeof value === "object") return JSON.stringify(value);
  const choice = choicesOf(path, content, names)?.[String(value)];
  if (choice !== undefined) return choice[language] === "" ? String(value) : choice[language];
  const ref = names.get(String(value));
  if (ref !== undefined) return nameOf(ref, language);
  if (path[0] === "kind") return kindLabel(String(value), language);
  if (path[0] === "value" && content.subject !== undefined && content.unit === undefined)
    return attributeLabel(names.get(String(content.subject))?.kind ?? "", String(content.predicate), String(value), language).value;
  return typeof value === "number" ? formatNumber(value, 4) : String(value);
}
