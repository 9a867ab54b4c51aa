import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * How many children of an element of one row have no room in it: they wrap to where nothing is seen. The browser tells it when it lays the page
 * out; nothing is measured.
 */
export function useClipped<E extends HTMLElement>(): { box: RefObject<E | null>; clipped: number; total: number } {
  const box = useRef<E>(null);
  const [found, setFound] = useState({ clipped: 0, total: 0 });
  useEffect(() => {
    const root = box.current;
    if (root === null) return;
    const out = new Set<Element>();
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) out.delete(target);
          else out.add(target);
        setFound({ clipped: out.size, total: root.children.length });
      },
      { root },
    );
    const follow = () => {
      sight.disconnect();
      out.clear();
      for (const child of root.children) sight.observe(child);
    };
    follow();
    const children = new MutationObserver(follow);
    children.observe(root, { childList: true });
    return () => {
      sight.disconnect();
      children.disconnect();
    };
  }, []);
  return { box, ...found };
}
