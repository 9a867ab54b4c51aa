import { createStore } from "zustand/vanilla";
import type { Language, Theme } from "#client/rendering/interface.ts";
import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";

export interface Preferences {
  theme: Theme;
  language: Language;
}

/** Storage may be switched off: then nothing is remembered, and nothing fails. */
export const remembered = {
  read(name: string): string | null {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write(name: string, value: string): void {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Private windows refuse; the choice holds until the page is closed.
    }
  },
};

export const preferences = createStore<Preferences>(() => ({
  theme: document.documentElement.dataset.theme === "dark" ? "dark" : "light",
  language: document.documentElement.lang.startsWith("en") ? "en" : "zh",
}));

const coloursIn = (theme: Theme): string => entityKinds.map((kind) => `--k-${kind}: ${kinds[kind].colour[theme]}`).join("; ");
const colours: Readonly<Record<Theme, string>> = { light: coloursIn("light"), dark: coloursIn("dark") };

/** Puts theme, language and the kinds' colours on the page: styles read them as variables. */
export function applyPreferences({ theme, language }: Preferences): void {
  const root = document.documentElement;
  root.dataset.theme = theme;
  const lang = language === "zh" ? "zh-CN" : "en";
  // Chromium looks at every element when a language is written, even the one that is there.
  if (root.lang !== lang) root.lang = lang;
  root.style.cssText = colours[theme];
}

export function setTheme(theme: Theme): void {
  remembered.write("atlas.theme", theme);
  preferences.setState({ theme });
}

export function setLanguage(language: Language): void {
  remembered.write("atlas.language", language);
  preferences.setState({ language });
}

preferences.subscribe(applyPreferences);
