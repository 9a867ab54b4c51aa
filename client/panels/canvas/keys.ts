import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { dropTool, takeTool } from "#client/state/canvas-tool.ts";
import { useActions, useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { setHovered } from "#client/state/hover.ts";
import { neighboursShown } from "#client/state/neighbourhood.ts";
import { groupOf, selectedGroup } from "#client/state/slices/groups.ts";
import { drawnFor, nodesBehind, stackedOf } from "#client/state/stacks.ts";
import { canvasHandle } from "./handle.ts";
import { spokenNode } from "./spoken.ts";
import { useAnnounced } from "./use-announced.ts";

const directions = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" } as const;

/** A letter by itself is small and with Shift a capital, whatever the caps lock says; the full stop is the same key on every layout. */
const keyOf = ({ key, code, shiftKey }: KeyboardEvent): string => {
  if (code === "Period") return ".";
  return key.length > 1 ? key : shiftKey ? key.toUpperCase() : key.toLowerCase();
};

/** The canvas from the keyboard: a cursor that walks the picture, and what is said of it. */
export function useCanvasKeys() {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const cursor = useRef<number | null>(null);
  const [spoken, setSpoken] = useState("");

  const say = useCallback(
    (node: number) => {
      const state = store.getState();
      setSpoken(spokenNode(state.graph, explorationOf(state), node, { language, t }));
    },
    [store, language, t],
  );

  useAnnounced(setSpoken);

  const saySelected = () => {
    const count = explorationOf(store.getState()).selection.length;
    setSpoken(count === 0 ? t("select.none") : t("select.done", { count }));
  };

  const move = (node: number | null) => {
    if (node === null) return;
    cursor.current = node;
    setHovered(node);
    say(node);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "a") {
      actions.selectAll();
      saySelected();
      event.preventDefault();
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const { graph } = store.getState();
    const exploration = explorationOf(store.getState());
    const stacked = stackedOf(graph, exploration);
    const [first] = exploration.selection;
    const pointed = cursor.current === null || stacked.drawn[cursor.current] !== 1 ? null : cursor.current;
    const at = pointed ?? (first === undefined ? null : stacked.standIn.rowOf(first));
    const targets = exploration.selection.length > 0 ? exploration.selection : at === null ? [] : nodesBehind(stacked, at);
    const handled = (() => {
      if (event.key in directions) {
        move(canvasHandle.current?.nearest(at, directions[event.key as keyof typeof directions]) ?? null);
        return true;
      }
      switch (keyOf(event)) {
        case "[":
        case "]": {
          const anchor = exploration.selection[0] ?? at;
          if (anchor === null) return true;
          const around = drawnFor(stacked, neighboursShown(graph, exploration, anchor));
          const here = at === null ? -1 : around.indexOf(at);
          const next = event.key === "]" ? here + 1 : here - 1 + (here <= 0 ? around.length : 0);
          move(around[((next % around.length) + around.length) % around.length] ?? null);
          return true;
        }
        case "Enter":
          if (at !== null) {
            actions.pick(at, false);
            say(at);
          }
          return true;
        case " ":
          if (at !== null) {
            actions.pick(at, true);
            say(at);
          }
          return true;
        case "e":
          if (selectedGroup(exploration) !== null) actions.toggleGroupsOf(targets);
          else if (exploration.selection.length > 1) void actions.expandAll(targets);
          else if (at !== null) actions.unfold(at);
          return true;
        case "c":
          actions.collapse(targets);
          return true;
        case "p":
          actions.askForPaths(exploration.selection.length > 1 || at === null ? undefined : nodesBehind(stacked, at)[0]);
          return true;
        case "P": {
          const pinned = targets.every((node) => exploration.pinned.has(node));
          if (pinned) actions.unpin(targets);
          else actions.pin(targets);
          if (at !== null) say(at);
          return true;
        }
        case "h":
          actions.hide(targets);
          cursor.current = null;
          return true;
        case "H":
          actions.showHidden();
          return true;
        case "G":
          if (!actions.toggleGroupsOf(targets) && targets.length > 1) actions.group(targets);
          return true;
        case "U":
          actions.ungroup([...new Set(targets.map((node) => groupOf(exploration, node)?.key).filter((key) => key !== undefined))]);
          return true;
        case "l":
          takeTool("lasso");
          return true;
        case "b":
          takeTool("box");
          return true;
        case "n":
          actions.selectNeighbours();
          saySelected();
          return true;
        case "i":
          actions.selectInverse();
          saySelected();
          return true;
        case ".":
          actions.onlyNeighbourhood(targets, event.shiftKey ? 2 : 1);
          return true;
        case "f":
          actions.bringIntoView(exploration.selection.length > 0 ? exploration.selection : null);
          return true;
        case "0":
          actions.bringIntoView(null);
          return true;
        case "+":
        case "=":
          canvasHandle.current?.zoom(1.3);
          return true;
        case "-":
          canvasHandle.current?.zoom(1 / 1.3);
          return true;
        case "Escape":
          if (dropTool()) return true;
          actions.clearSelection();
          setHovered(null);
          return true;
        default:
          return false;
      }
    })();
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const setCursor = (node: number) => {
    cursor.current = node;
    say(node);
  };

  return { spoken, onKeyDown, setCursor };
}
