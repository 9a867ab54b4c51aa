import { createContext, type ReactNode, use } from "react";
import { useStore } from "zustand";
import type { Actions } from "./actions.ts";
import { type AtlasState, type AtlasStore, explorationOf } from "./atlas.ts";
import type { Exploration } from "./exploration.ts";
import { type Preferences, preferences } from "./preferences.ts";
import { type Screen, screen } from "./screen.ts";

interface AtlasContext {
  store: AtlasStore;
  actions: Actions;
}

const Context = createContext<AtlasContext | null>(null);

export function AtlasProvider({ value, children }: { value: AtlasContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

function useContextValue(): AtlasContext {
  const value = use(Context);
  if (value === null) throw new Error("Panel outside the application: wrap it in AtlasProvider.");
  return value;
}

export const useAtlasStore = (): AtlasStore => useContextValue().store;
export const useActions = (): Actions => useContextValue().actions;
export const useAtlas = <T,>(selector: (state: AtlasState) => T): T => useStore(useContextValue().store, selector);
export const useExploration = <T,>(selector: (it: Exploration) => T): T => useAtlas((state) => selector(explorationOf(state)));
export const usePreferences = <T,>(selector: (it: Preferences) => T): T => useStore(preferences, selector);
export const useScreen = <T,>(selector: (it: Screen) => T): T => useStore(screen, selector);
