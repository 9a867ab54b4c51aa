import { type RefObject, useEffect, useState } from "react";

interface RowWindow {
  /** First row that is there, and the one behind the last. */
  first: number;
  end: number;
  /** Brings a row into sight; one that is in sight stays where it is. */
  show(at: number): void;
}

/** Rows before and after what is in sight, so that a wheel does not outrun them. */
const spare = 12;

/**
 * Which of any number of rows of one height are in sight, below a heading of the same height. Nothing is kept by row: with a hundred thousand of
 * them a new order costs as much as with ten.
 */
export function useRowWindow(scroll: RefObject<HTMLElement | null>, { count, rowHeight }: { count: number; rowHeight: number }): RowWindow {
  const [seen, setSeen] = useState({ first: 0, rows: 0 });
  useEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const look = (): void => {
      const first = Math.floor(element.scrollTop / rowHeight);
      const rows = Math.ceil(element.clientHeight / rowHeight) + 1;
      setSeen((before) => (before.first === first && before.rows === rows ? before : { first, rows }));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroll, rowHeight]);
  return {
    first: Math.max(0, Math.min(seen.first, count) - spare),
    end: Math.min(count, seen.first + seen.rows + spare),
    show: (at) => {
      const element = scroll.current;
      if (element === null) return;
      const top = at * rowHeight;
      const room = element.clientHeight - 2 * rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top > element.scrollTop + room) element.scrollTop = top - room;
    },
  };
}
