import type { TFunction } from "i18next";
import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import type { Language } from "#client/rendering/interface.ts";
import type { SearchAnswer } from "#graph/model/api-answers.ts";

/** What of a hit was found: a short name, pinyin, a number, where the name that is listed does not tell; and that it was only near. */
export function whyFound(hit: SearchAnswer["hits"][number], { t, language }: { t: TFunction; language: Language }): string {
  const { matched, kind, near } = hit;
  const told = matched.field === "name" || matched.text === nameOf(hit, language);
  const what = told ? kindLabel(kind, language) : `${t(`search.field.${matched.field}`)} ${matched.text}`;
  return near ? `${t("search.near")} · ${what}` : what;
}
