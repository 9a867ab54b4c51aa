import { Tabs } from "@base-ui/react/tabs";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import view from "./view.module.css";

interface PanelProps {
  value: string;
  /** Whose: another one is read from its top. */
  of: string;
  /** With a margin around it. */
  block?: boolean;
  waiting: ReactNode;
  /** Undefined: not there yet. */
  children: ReactNode;
}

/** Panels stay from one entity to the next: one that comes anew asks the browser for its animations. */
export function Panel({ value, of, block = false, waiting, children }: PanelProps) {
  const body = useRef<HTMLDivElement>(null);
  // To ask an element how far it is scrolled, or to scroll it, makes the browser lay out the page.
  const scrolled = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each other entity, though the effect does not read it
  useLayoutEffect(() => {
    if (scrolled.current && body.current !== null) body.current.scrollTop = 0;
    scrolled.current = false;
  }, [of]);
  return (
    <Tabs.Panel
      ref={body}
      className={view.body}
      value={value}
      onScroll={() => {
        scrolled.current = true;
      }}
    >
      {children === undefined ? waiting : block ? <div className={view.block}>{children}</div> : children}
    </Tabs.Panel>
  );
}
