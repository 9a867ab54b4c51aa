import { useLayoutEffect } from "react";
import { useScreen } from "#client/state/context.tsx";
import { screen } from "#client/state/screen.ts";

let typed = "";

/** What was typed before the palette's field was there; answered once. */
export function takeTyped(): string {
  const text = typed;
  typed = "";
  return text;
}

const isInPalette = (target: EventTarget | null): boolean => target instanceof Element && target.closest("[data-palette]") !== null;

/**
 * Whoever asks for the palette types on: from then until its field has the focus, letters are kept for it. Otherwise they were lost, or, worse,
 * taken for shortcuts.
 */
export function useTypedAhead(): void {
  const open = useScreen((it) => it.palette);
  useLayoutEffect(() => {
    if (!open) return;
    const keep = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || isInPalette(event.target)) return;
      if (event.key === "Escape") screen.setState({ palette: false });
      else if (event.key === "Backspace") typed = typed.slice(0, -1);
      else if (event.key.length === 1) typed += event.key;
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", keep, { capture: true });
    return () => {
      removeEventListener("keydown", keep, { capture: true });
      typed = "";
    };
  }, [open]);
}
