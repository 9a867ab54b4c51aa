import type { Language } from "#client/rendering/interface.ts";
import { isEntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { type Status, statuses } from "#graph/vocabulary/marks.ts";
import { measures } from "#graph/vocabulary/measures.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";

/** Names that the vocabulary owns, in the current language; what it lacks is shown as it is. */
export const kindLabel = (kind: string, language: Language): string => (isEntityKind(kind) ? kinds[kind][language] : kind);

export const relationLabel = (type: string, language: Language, direction: "out" | "in" = "out"): string => {
  if (!isRelationType(type)) return type;
  return direction === "out" ? relations[type][language] : relations[type].inverse[language];
};

export const statusLabel = (status: string, language: Language): string =>
  Object.hasOwn(statuses, status) ? statuses[status as Status][language] : status;

export const measureLabel = (name: string, language: Language): string => (language === "en" ? (measures[name]?.en ?? name) : name);

/** The name in the language of the page, and the other one beside it. */
export const nameOf = (it: { name: string; nameEn?: string | null | undefined }, language: Language): string =>
  language === "en" ? (it.nameEn ?? it.name) : it.name;

export const secondNameOf = (it: { name: string; nameEn?: string | null | undefined }, language: Language): string | null => {
  const second = language === "en" ? it.name : (it.nameEn ?? null);
  return second === nameOf(it, language) ? null : second;
};

/** An attribute of a kind: its label, and its value in words where it is a choice. */
export function attributeLabel(
  kind: string,
  name: string,
  value: string | number | string[],
  language: Language,
): { name: string; value: string } {
  const definition = isEntityKind(kind) ? kinds[kind].properties[name] : undefined;
  const word = (one: string | number) => definition?.choices?.[String(one)]?.[language] ?? String(one);
  return {
    name: definition?.[language] ?? name,
    value: Array.isArray(value) ? value.map(word).join(language === "zh" ? "、" : ", ") : word(value),
  };
}

/** A note in the reader's language where it is no prose: of a proposal it names the rule that read it. */
export function noteWords(note: string, language: Language): string {
  const rule = /^规则：([\w-]+)$/.exec(note)?.[1];
  if (rule === undefined) return note;
  return language === "zh" ? `规则 ${rule}` : `Rule ${rule}`;
}
