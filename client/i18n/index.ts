import i18next from "i18next";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** Has to have ended before the first panel renders. Keys are flat: `rail.kinds` is one key. */
export async function startTexts(): Promise<void> {
  await i18next.init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: "zh",
    fallbackLng: "zh",
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}
