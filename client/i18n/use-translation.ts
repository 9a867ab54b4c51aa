import i18next, { type TFunction } from "i18next";
import { useStore } from "zustand";
import { preferences } from "#client/state/preferences.ts";

export interface Translation {
  t: TFunction;
  i18n: { language: "zh" | "en" };
}

const made = new Map<string, Translation>();
/** Texts with parameters that are kept: more than all panels show at once. */
const mostKept = 2_000;

/** Texts in one language. One that was made is kept: putting it together costs a panel more than anything else that it does. */
export function textsIn(language: "zh" | "en"): Translation {
  const known = made.get(language);
  if (known !== undefined) return known;
  const fixed = i18next.getFixedT(language);
  const plain = new Map<string, string>();
  const filled = new Map<string, string>();
  const t = (key: string, parameters?: object): string => {
    const [kept, asked] = parameters === undefined ? [plain, key] : [filled, key + JSON.stringify(parameters)];
    const text = kept.get(asked) ?? fixed(key, { ...parameters });
    if (filled.size >= mostKept) filled.clear();
    kept.set(asked, text);
    return text;
  };
  const translation = { t: t as TFunction, i18n: { language } };
  made.set(language, translation);
  return translation;
}

/** The texts of the page's language; changes of the language render whoever asks. */
export const useTranslation = (): Translation => useStore(preferences, ({ language }) => textsIn(language));
