import { type PointerEvent, type SyntheticEvent, useRef, useState } from "react";
import { useStore } from "zustand";
import { type CanvasTool, canvasTool } from "#client/state/canvas-tool.ts";
import { useActions } from "#client/state/context.tsx";
import styles from "./area.module.css";
import { canvasHandle } from "./handle.ts";

interface Point {
  x: number;
  y: number;
}
interface Drag {
  pointer: number;
  tool: CanvasTool;
  add: boolean;
  points: Point[];
}

/** Pointer moves that are no drag. */
const tolerance = 4;

const boxOf = ([from]: readonly Point[], to: Point): Point[] =>
  from === undefined ? [] : [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];

/**
 * Selecting by an area: with a tool in the hand any drag draws one; without, a drag with Shift from an empty place draws a box. The drawing
 * sees nothing of such a drag, so that the picture does not move under it.
 */
export function useArea(picked: (row: number, add: boolean) => void) {
  const actions = useActions();
  const tool = useStore(canvasTool, (it) => it.tool);
  const drag = useRef<Drag | null>(null);
  const [outline, setOutline] = useState<readonly Point[]>([]);

  const placeOf = (event: PointerEvent): Point => {
    const home = canvasHandle.container?.getBoundingClientRect();
    return { x: event.clientX - (home?.x ?? 0), y: event.clientY - (home?.y ?? 0) };
  };
  const held = (event: SyntheticEvent) => {
    if (drag.current === null && tool === null) return;
    event.stopPropagation();
  };

  const onPointerDownCapture = (event: PointerEvent) => {
    if (event.button !== 0 || drag.current !== null) return;
    const at = placeOf(event);
    const empty = canvasHandle.current?.nodeAt(at.x, at.y) === null;
    if (tool === null && !(event.shiftKey && empty)) return;
    const add = event.shiftKey || event.pointerType === "touch";
    drag.current = { pointer: event.pointerId, tool: tool ?? "box", add, points: [at] };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.stopPropagation();
  };
  const onPointerMoveCapture = (event: PointerEvent) => {
    const now = drag.current;
    if (now?.pointer !== event.pointerId) return;
    event.stopPropagation();
    const at = placeOf(event);
    const last = now.points.at(-1) as Point;
    if (Math.hypot(at.x - last.x, at.y - last.y) < tolerance) return;
    if (now.tool === "lasso") now.points.push(at);
    setOutline(now.tool === "lasso" ? [...now.points] : boxOf(now.points, at));
  };
  const onPointerUpCapture = (event: PointerEvent) => {
    const now = drag.current;
    if (now?.pointer !== event.pointerId) return;
    event.stopPropagation();
    const at = placeOf(event);
    const first = now.points[0] as Point;
    const still = now.points.length === 1 && Math.hypot(at.x - first.x, at.y - first.y) < tolerance;
    // The click that follows belongs to this drag.
    setTimeout(() => {
      drag.current = null;
    });
    setOutline([]);
    if (still) {
      const row = canvasHandle.current?.nodeAt(at.x, at.y) ?? null;
      if (row !== null) picked(row, now.add);
      else if (!event.shiftKey) actions.clearSelection();
      return;
    }
    const polygon = now.tool === "lasso" ? [...now.points, at] : boxOf(now.points, at);
    actions.selectRows(canvasHandle.current?.nodesIn(polygon) ?? [], now.add);
  };
  const cancel = () => {
    drag.current = null;
    setOutline([]);
  };

  return {
    handlers: {
      onPointerDownCapture,
      onPointerMoveCapture,
      onPointerUpCapture,
      onPointerCancelCapture: cancel,
      onMouseDownCapture: held,
      onClickCapture: held,
      onDoubleClickCapture: held,
      onTouchStartCapture: held,
      "data-tool": tool ?? undefined,
    },
    outline: outline.length > 1 && (
      <svg className={styles.outline} aria-hidden="true">
        <polygon points={outline.map(({ x, y }) => `${x},${y}`).join(" ")} />
      </svg>
    ),
  };
}
