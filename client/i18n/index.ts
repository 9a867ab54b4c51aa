import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { preferences } from "#client/state/preferences.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** Keys are flat: `rail.kinds` is one key. */
export async function startTexts(language: "zh" | "en"): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: language,
    fallbackLng: "zh",
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // Each change of the language renders every panel.
  preferences.subscribe((next, before) => next.language !== before.language && void i18next.changeLanguage(next.language));
}
