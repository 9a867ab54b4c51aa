import { kindLabel, secondNameOf } from "#client/i18n/labels.ts";
import type { Language } from "#client/rendering/interface.ts";
import { go, screen } from "#client/state/screen.ts";
import type { EntityRef } from "#graph/model/api-answers.ts";
import type { PaletteContext, PaletteEntry } from "./entry.ts";

export const entityEntryId = (id: string): string => `entity:${id}`;

/** Brings an entity onto the canvas and shows it there. */
export function openEntity({ actions }: PaletteContext, id: string): void {
  if (screen.getState().route.at !== "explore") go({ at: "explore", entity: null });
  screen.setState({ table: false });
  void actions.open(id);
}

/** An entity as a line: its names in both languages, its kind. */
export const entityEntry = ({ id, kind, name, nameEn }: EntityRef, language: Language, detail?: string): PaletteEntry => ({
  id: entityEntryId(id),
  title: { zh: name, en: nameEn ?? name },
  detail: detail ?? [secondNameOf({ name, nameEn }, language), kindLabel(kind, language)].filter(Boolean).join(" · "),
  kind,
  run: (context) => openEntity(context, id),
});
