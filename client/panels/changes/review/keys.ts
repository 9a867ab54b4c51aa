import { useEffect } from "react";
import { reviewing } from "../reviewing.ts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement);

/** A hundred items in a minute: one key each, wherever the focus is but in a field. Enter keeps its meaning on what can be pressed. */
export function useReviewKeys({ edit, show }: { edit: () => void; show: () => void }): void {
  useEffect(() => {
    const { actions } = reviewing;
    const deeds: Record<string, () => void> = {
      j: () => actions.move(1),
      k: () => actions.move(-1),
      a: () => actions.decideHere("accepted"),
      x: () => actions.decideHere("rejected"),
      e: edit,
      u: actions.undo,
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog]") !== null) return;
      const pressed = event.target instanceof HTMLElement ? event.target.closest("button, a, summary") : null;
      if (event.key === "Enter" && pressed !== null) {
        // A line of the list is pointed at by the press itself, and shown after it.
        if (pressed.matches("[data-points]")) requestAnimationFrame(show);
        return;
      }
      const deed = event.key === "Enter" ? show : deeds[event.key.toLowerCase()];
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [edit, show]);
}
