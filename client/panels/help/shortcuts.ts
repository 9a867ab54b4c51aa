import { useEffect } from "react";
import { dropTool } from "#client/state/canvas-tool.ts";
import { useActions, useAtlasStore } from "#client/state/context.tsx";
import { screen } from "#client/state/screen.ts";
import { openInWorkbench } from "#client/state/workbench.ts";

/** Thumbs and boxes are inputs too, but nobody types there: undo is the atlas's own. */
const withoutText = ["range", "checkbox", "radio"];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target instanceof HTMLInputElement && !withoutText.includes(target.type)) ||
    target instanceof HTMLTextAreaElement);

const focusStops = [
  "[data-pane=list]",
  "[data-canvas-stage]",
  "[data-pane=detail]",
  "[data-inspector]",
  "[data-workbench-panel]",
  "[data-canvas-table]",
  "[data-strip]",
];

/** From the canvas to the inspector to the strip or table, and round again. */
function focusNext(back: boolean): void {
  const stops = focusStops.map((selector) => document.querySelector<HTMLElement>(selector)).filter((stop) => stop?.checkVisibility());
  const here = stops.findIndex((stop) => stop?.contains(document.activeElement));
  const next = stops[(here + (back ? -1 : 1) + stops.length) % stops.length];
  next?.focus();
}

/** Keys that hold everywhere; the canvas has its own. */
export function useShortcuts(): void {
  const actions = useActions();
  const store = useAtlasStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.metaKey || event.ctrlKey;
      const typing = isTyping(event.target);
      if (event.key === "F6") {
        event.preventDefault();
        focusNext(event.shiftKey);
      } else if (command && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        screen.setState(({ palette }) => ({ palette: !palette }));
      } else if (command && event.key.toLowerCase() === "z" && !typing) {
        event.preventDefault();
        if (event.shiftKey) actions.redo();
        else actions.undo();
      } else if (command && event.key === "Enter" && !typing) {
        const { lastAction } = store.getState();
        if (lastAction !== null && !screen.getState().workbench) {
          event.preventDefault();
          openInWorkbench(lastAction.cypher);
        }
      } else if (command || event.altKey || typing) {
        return;
      } else if (event.key === "/") {
        const box = document.querySelector<HTMLInputElement>("[data-search]");
        event.preventDefault();
        // At once, so that the next letter is typed there already.
        if (box !== null) return box.focus();
        screen.setState({ workbench: false });
        requestAnimationFrame(() => document.querySelector<HTMLInputElement>("[data-search]")?.focus());
      } else if (event.key.toLowerCase() === "t" && screen.getState().route.at === "explore") {
        screen.setState(({ table }) => ({ table: !table }));
      } else if (event.key === "?") {
        event.preventDefault();
        screen.setState({ help: true });
      } else if (event.key === "Escape" && event.target === document.body) {
        if (!dropTool()) actions.clearSelection();
      }
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [actions, store]);
}
