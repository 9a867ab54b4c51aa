import { en } from "#client/i18n/en.ts";
import { zh } from "#client/i18n/zh.ts";
import type { AtlasState } from "#client/state/atlas.ts";
import type { Screen } from "#client/state/screen.ts";
import type { PaletteEntry } from "./entry.ts";

/** An action of a person, as the palette offers it. */
export interface Command extends PaletteEntry {
  /** Whether it can be taken now; absent: always. */
  when?(now: { readonly atlas: AtlasState; readonly screen: Screen }): boolean;
}

type CommandKey = keyof typeof zh & `command.${string}`;

/** A title in both languages: the palette finds it by either. */
export const titled = (key: CommandKey): Command["title"] => ({ zh: zh[key], en: en[key] });
