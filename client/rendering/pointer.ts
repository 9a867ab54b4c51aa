import type { HostEvents, PointerAt } from "./host.ts";
import type { CanvasEvent } from "./interface.ts";

/** CSS pixels that a pressed pointer may wander before it drags. */
const tolerance = 3;

export interface PointerTargets {
  nodeAt(x: number, y: number): number | null;
  pillAt(x: number, y: number): number | null;
  edgeAt(x: number, y: number, thorough: boolean): number | null;
  hover(node: number | null, edge: number | null): void;
  drag(node: number, x: number, y: number): void;
  dropped(node: number): void;
  cursor(cursor: "default" | "pointer" | "grabbing"): void;
  emit(event: CanvasEvent): void;
}

type PointerEvents = Omit<HostEvents, "cameraMoved" | "emptied" | "frame">;

/** From what the pointer does to what it means: nothing here draws. */
export function pointerEvents(targets: PointerTargets): PointerEvents {
  let over: { node: number | null; edge: number | null } = { node: null, edge: null };
  let press: { node: number | null; x: number; y: number; moved: boolean } | null = null;
  /** What the last click was on. */
  let clicked: number | null = null;
  /** Whether the last press, and the one before it, became a drag. */
  let dragged = { last: false, before: false };

  const hover = (node: number | null, edge: number | null): void => {
    if (node === over.node && edge === over.edge) return;
    const before = over;
    over = { node, edge };
    targets.hover(node, edge);
    if (before.node !== null && before.node !== node) targets.emit({ type: "node-leave" });
    if (before.edge !== null && before.edge !== edge) targets.emit({ type: "edge-leave" });
    if (node !== null && before.node !== node) targets.emit({ type: "node-enter", node });
    if (edge !== null && before.edge !== edge) targets.emit({ type: "edge-enter", edge });
  };
  const keys = (at: PointerAt): { shift: boolean; meta: boolean } => ({
    shift: at.original.shiftKey,
    meta: at.original.metaKey || at.original.ctrlKey,
  });

  const click = (at: PointerAt): void => {
    // sigma reports a click after a drag that was held back, too.
    if (dragged.last) return;
    const { shift, meta } = keys(at);
    const more = targets.pillAt(at.x, at.y);
    const node = more ?? targets.nodeAt(at.x, at.y);
    clicked = node;
    const edge = node === null ? targets.edgeAt(at.x, at.y, true) : null;
    if (more !== null) targets.emit({ type: "more-click", node: more, shift });
    else if (node !== null) targets.emit({ type: "node-click", node, shift, meta });
    else targets.emit(edge === null ? { type: "stage-click" } : { type: "edge-click", edge });
  };

  return {
    hover(at) {
      if (press !== null) return;
      const pill = targets.pillAt(at.x, at.y);
      const node = pill ?? targets.nodeAt(at.x, at.y);
      const edge = node === null ? targets.edgeAt(at.x, at.y, false) : null;
      targets.cursor(node !== null || edge !== null ? "pointer" : "default");
      hover(node, edge);
    },
    leave() {
      if (press === null) hover(null, null);
    },
    down(at) {
      if ("button" in at.original && at.original.button !== 0) return;
      const node = targets.pillAt(at.x, at.y) === null ? targets.nodeAt(at.x, at.y) : null;
      press = { node, x: at.x, y: at.y, moved: false };
    },
    move(at) {
      if (press === null) return;
      if (!press.moved && Math.hypot(at.x - press.x, at.y - press.y) > tolerance) {
        press.moved = true;
        targets.cursor("grabbing");
      }
      if (press.node === null) return;
      at.hold();
      if (press.moved) targets.drag(press.node, at.x, at.y);
    },
    up() {
      if (press === null) return;
      dragged = { last: press.moved, before: dragged.last };
      if (press.node !== null && press.moved) targets.dropped(press.node);
      targets.cursor("default");
      press = null;
    },
    click,
    doubleClick(at) {
      const node = targets.nodeAt(at.x, at.y);
      // sigma counts a drag's end as a click: a drag and a click soon after are one click, not two. Nor are clicks on two nodes.
      const twoClicks = !dragged.last && !dragged.before && node === clicked && !at.original.shiftKey;
      if (node !== null || !twoClicks) at.hold();
      if (!twoClicks) click(at);
      else if (node !== null) targets.emit({ type: "node-double-click", node });
    },
    context(at) {
      const node = targets.nodeAt(at.x, at.y);
      at.original.preventDefault();
      if (node !== null) targets.emit({ type: "node-context", node, x: at.x, y: at.y });
    },
  };
}
