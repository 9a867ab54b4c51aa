import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Actions } from "./actions.ts";
import { type AtlasState, type AtlasStore, explorationOf } from "./atlas.ts";
import type { Exploration } from "./exploration.ts";
import { followersOf } from "./followers.ts";
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

/**
 * What a panel tells of the picture: it follows in a turn of its own, after the picture, so that no click and no thumb waits for the panels.
 * What a person holds (a thumb, a field, a menu) must not lag: that reads `useAtlas`. The selector may not read anything but the state.
 */
export function useAtlasLater<T>(selector: (state: AtlasState) => T): T {
  const store = useAtlasStore();
  const [told, setTold] = useState(() => ({ value: selector(store.getState()) }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selector reads nothing but the state, whichever render made it
  useEffect(() => {
    const follow = (): void => {
      const value = selector(store.getState());
      setTold((last) => (Object.is(last.value, value) ? last : { value }));
    };
    follow();
    return followersOf(store).add(follow);
  }, [store]);
  return told.value;
}
export const useExplorationLater = <T,>(selector: (it: Exploration) => T): T => useAtlasLater((state) => selector(explorationOf(state)));
