import { formatFigure, formatPeriod } from "#client/format/figure.ts";
import { attributeLabel, kindLabel, measureLabel, nameOf, relationLabel } from "#client/i18n/labels.ts";
import type { Language } from "#client/rendering/interface.ts";
import type { Names } from "#client/state/review-list.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";

export const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** What a record says beyond its subject: the figure of a metric, the value of an attribute. */
export function sayingOf(content: RecordContent | null, subjectKind: string, language: Language): string {
  if (content === null) return "";
  if (typeof content.unit === "string") {
    const figure = { value: Number(content.value), unit: content.unit, ...(typeof content.op === "string" ? { op: content.op } : {}) };
    return `${formatFigure(figure, language)} ${formatPeriod(textOf(content.period))}`.trim();
  }
  if (content.value !== undefined) return attributeLabel(subjectKind, textOf(content.predicate), textOf(content.value), language).value;
  return "";
}

/** What is said of the subject: relation, attribute or measure. */
export function verbOf(content: RecordContent, subjectKind: string, language: Language): string {
  if (typeof content.unit === "string") return measureLabel(textOf(content.name), language);
  const predicate = textOf(content.predicate);
  return isRelationType(predicate) ? relationLabel(predicate, language) : attributeLabel(subjectKind, predicate, "", language).name;
}

export const refName = (names: Names, id: unknown, language: Language): string => {
  const ref = names.get(String(id));
  return ref === undefined ? String(id) : nameOf(ref, language);
};

/** A change in one line of words, for titles and for those who listen. */
export function changeWords(change: Change, names: Names, language: Language): string {
  const content = change.after ?? change.before ?? {};
  const { table } = change.record;
  if (table === "documents") return textOf(content.title);
  if (table === "entities") return `${refName(names, change.record.id, language)} (${kindLabel(textOf(content.kind), language)})`;
  if (table === "constraints") return `${refName(names, content.left, language)} ≠ ${refName(names, content.right, language)}`;
  const kind = names.get(String(content.subject))?.kind ?? "";
  const object = content.object === undefined ? sayingOf(content, kind, language) : refName(names, content.object, language);
  return [refName(names, content.subject, language), verbOf(content, kind, language), object].filter(Boolean).join(" ");
}

/** `¶07 [214, 239)`, the row of a table, or the document alone. */
export function placeWords(evidence: RecordContent | undefined, rowWord: string): string {
  if (evidence === undefined) return "";
  if (evidence.row !== undefined) return `${rowWord} ${textOf(evidence.row)}`;
  const paragraph = /(\d+)$/.exec(textOf(evidence.paragraph))?.[1];
  const span = evidence.start === undefined ? "" : `[${textOf(evidence.start)}, ${textOf(evidence.end)})`;
  return [paragraph === undefined ? "" : `¶${paragraph}`, span].filter(Boolean).join(" ");
}
