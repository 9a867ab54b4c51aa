import i18next, { type TFunction } from "i18next";
import { useStore } from "zustand";
import { preferences } from "#client/state/preferences.ts";

export interface Translation {
  t: TFunction;
  i18n: { language: "zh" | "en" };
}

const made = new Map<string, Translation>();

/** Texts in one language; a text without parameters is looked up once, and lasts as long as the page. */
export function textsIn(language: "zh" | "en"): Translation {
  const known = made.get(language);
  if (known !== undefined) return known;
  const fixed = i18next.getFixedT(language);
  const plain = new Map<string, string>();
  const t = (key: string, parameters?: object): string => {
    if (parameters !== undefined) return fixed(key, { ...parameters });
    const text = plain.get(key) ?? fixed(key);
    plain.set(key, text);
    return text;
  };
  const translation = { t: t as TFunction, i18n: { language } };
  made.set(language, translation);
  return translation;
}

/** The texts of the page's language; changes of the language render whoever asks. */
export const useTranslation = (): Translation => useStore(preferences, ({ language }) => textsIn(language));
