import { createStore } from "zustand/vanilla";
import { remembered } from "#client/state/preferences.ts";
import type { EntityRef } from "#graph/model/api-answers.ts";
import { isEntityKind } from "#graph/vocabulary/kinds.ts";

/** What was chosen lately; an entity keeps what it takes to list it again. */
export interface Recent {
  readonly id: string;
  readonly entity: EntityRef | null;
}

const name = "atlas.recent";
const kept = 8;

/** What storage holds may come from an older version: anything unexpected is left out. */
export function parseRecent(text: string | null): Recent[] {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isRecent).slice(0, kept) : [];
  } catch {
    return [];
  }
}

const isRecent = (one: unknown): one is Recent => {
  if (typeof one !== "object" || one === null || !("id" in one) || typeof one.id !== "string" || !("entity" in one)) return false;
  const { entity } = one;
  if (entity === null) return true;
  return (
    typeof entity === "object" &&
    "id" in entity &&
    typeof entity.id === "string" &&
    "kind" in entity &&
    typeof entity.kind === "string" &&
    isEntityKind(entity.kind) &&
    "name" in entity &&
    typeof entity.name === "string"
  );
};

export const recent = createStore<{ readonly list: readonly Recent[] }>(() => ({ list: parseRecent(remembered.read(name)) }));

/** The newest first, each once. */
export function rememberRecent(one: Recent): void {
  const list = [one, ...recent.getState().list.filter(({ id }) => id !== one.id)].slice(0, kept);
  remembered.write(name, JSON.stringify(list));
  recent.setState({ list });
}
