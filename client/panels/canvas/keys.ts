import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { useActions, useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { setHovered } from "#client/state/hover.ts";
import { kindOf, neighboursOf } from "#client/state/loaded-graph.ts";
import { canvasHandle } from "./handle.ts";

const directions = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" } as const;

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
      const { graph } = store.getState();
      const exploration = explorationOf(store.getState());
      const neighbours = neighboursOf(graph, node).filter((one) => exploration.shown[one] === 1).length;
      const parts = [
        nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language),
        kindLabel(kindOf(graph, node), language),
        t("canvas.neighbours", { count: neighbours }),
        ...(exploration.selection.includes(node) ? [t("canvas.selected")] : []),
      ];
      setSpoken(parts.join(language === "zh" ? "，" : ", "));
    },
    [store, language, t],
  );

  const move = (node: number | null) => {
    if (node === null) return;
    cursor.current = node;
    setHovered(node);
    say(node);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const { graph } = store.getState();
    const exploration = explorationOf(store.getState());
    const at = cursor.current ?? exploration.selection[0] ?? null;
    const targets = exploration.selection.length > 0 ? exploration.selection : at === null ? [] : [at];
    const handled = (() => {
      if (event.key in directions) {
        move(canvasHandle.current?.nearest(at, directions[event.key as keyof typeof directions]) ?? null);
        return true;
      }
      switch (event.key) {
        case "[":
        case "]": {
          const anchor = exploration.selection[0] ?? at;
          if (anchor === null) return true;
          const around = neighboursOf(graph, anchor).filter((node) => exploration.shown[node] === 1);
          const here = at === null ? -1 : around.indexOf(at);
          const next = event.key === "]" ? here + 1 : here - 1 + (here <= 0 ? around.length : 0);
          move(around[((next % around.length) + around.length) % around.length] ?? null);
          return true;
        }
        case "Enter":
          if (at !== null) {
            actions.select(at);
            say(at);
          }
          return true;
        case " ":
          if (at !== null) {
            actions.toggleSelected(at);
            say(at);
          }
          return true;
        case "e":
        case "E":
          if (at !== null) void actions.expand(at);
          return true;
        case "c":
        case "C":
          if (at !== null) actions.collapse(at);
          return true;
        case "p":
        case "P":
          actions.askForPaths(at ?? undefined);
          return true;
        case "h":
        case "H":
          actions.hide(targets);
          cursor.current = null;
          return true;
        case "f":
        case "F":
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
