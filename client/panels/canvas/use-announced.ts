import { useEffect, useRef } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { countVisible } from "#client/state/visible.ts";
import { type Counted, spokenMove } from "./spoken.ts";

/** A stroke (a thumb that is dragged) is told when it rests, and costs nothing while it lasts. */
const restMs = 400;

/** Tells whatever moves the picture, wherever it was asked for: a click, the inspector, the palette, undo. */
export function useAnnounced(say: (text: string) => void): void {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const language = usePreferences((it) => it.language);
  const told = useRef<Counted | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const state = store.getState();
      const exploration = explorationOf(state);
      const after = { exploration, nodes: countVisible(state.graph, exploration).nodes };
      const before = told.current;
      told.current = after;
      // The first picture is told by the name of the canvas.
      if (before === null || !state.ready) return;
      const text = spokenMove(state.graph, before, after, { language, t });
      if (text !== "") say(text);
    };
    const stop = store.subscribe((state, last) => {
      if (explorationOf(state) === explorationOf(last)) return;
      clearTimeout(timer);
      timer = setTimeout(tell, restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, language, t, say]);
}
