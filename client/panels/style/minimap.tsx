import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { canvasHandle, zoomRatio } from "#client/panels/canvas/handle.ts";
import type { OverviewFrame } from "#client/rendering/graph-canvas.ts";
import { inSlices } from "#client/slices/in-slices.ts";
import { useActions } from "#client/state/context.tsx";
import { remembered } from "#client/state/preferences.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./minimap.module.css";

/** So long nodes travel. */
const travelMs = 250;
/** CSS pixels. */
const size = { width: 128, height: 96 };

/** Counts how often nodes have come, gone, moved or changed colour. */
export const pictureAge = createStore<{ count: number }>(() => ({ count: 0 }));
export const pictureChanged = (): void => pictureAge.setState(({ count }) => ({ count: count + 1 }));

const fold = createStore<{ open: boolean }>(() => ({ open: remembered.read("atlas.minimap") !== "folded" }));
const setOpen = (open: boolean): void => {
  remembered.write("atlas.minimap", open ? "open" : "folded");
  fold.setState({ open });
};

export function MinimapButton() {
  const { t } = useTranslation();
  const open = useStore(fold, (it) => it.open);
  const name = t(open ? "minimap.close" : "minimap.open");
  return (
    <Button
      look="quiet"
      small
      icon="minimap"
      className={styles.toggle}
      pressed={open}
      aria-label={name}
      title={name}
      onClick={() => setOpen(!open)}
    />
  );
}

/** The whole picture as points, and in it what is in view. Points are drawn when the page has nothing else to do; the frame follows the camera. */
export function Minimap() {
  const { t } = useTranslation();
  const actions = useActions();
  const open = useStore(fold, (it) => it.open);
  const points = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLSpanElement>(null);
  const frame = useRef<OverviewFrame | null>(null);
  const held = useRef(false);

  useEffect(() => {
    if (!open) return;
    // Asking an element for its size makes the browser lay out the page: it is told when the size changes.
    let room = { width: 0, height: 0 };
    let watched: HTMLElement | null = null;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) room = entry.contentRect;
      follow();
    });
    const follow = (): void => {
      const [canvas, container, box] = [canvasHandle.current, canvasHandle.container, view.current];
      if (canvas === null || container === null || box === null) return;
      // The canvas may come after the map.
      if (watched !== container) {
        watched = container;
        room = { width: container.clientWidth, height: container.clientHeight };
        watch.disconnect();
        watch.observe(container);
      }
      box.hidden = frame.current === null;
      if (frame.current === null) return;
      const camera = canvas.camera();
      const { x, y, scale } = frame.current;
      const unit = scale / devicePixelRatio;
      const [width, height] = [room.width * camera.ratio * unit, room.height * camera.ratio * unit];
      // What is seen beyond the map is cut: all four sides of the frame stay in sight, unless nothing lies outside.
      const across = within(size.width / 2 + (camera.x - x) * unit, width, size.width);
      const down = within(size.height / 2 - (camera.y - y) * unit, height, size.height);
      box.dataset.all = String(across.length === size.width && down.length === size.height);
      box.style.width = `${across.length}px`;
      box.style.height = `${down.length}px`;
      box.style.transform = `translate(${across.from}px, ${down.from}px)`;
    };
    let run = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    // While nodes travel the picture changes with every frame: the map follows when they have arrived.
    const paintSoon = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void paint();
      }, travelMs);
    };
    const paint = async (): Promise<void> => {
      run.abort();
      const canvas = points.current;
      // Hidden in narrow windows: nothing to draw there.
      if (canvas === null || canvas.clientWidth === 0 || canvasHandle.current === null) return;
      run = new AbortController();
      const pixels = { width: Math.round(size.width * devicePixelRatio), height: Math.round(size.height * devicePixelRatio) };
      const found = await inSlices(canvasHandle.current.paintOverview(canvas, pixels), run.signal);
      if (found === undefined) return;
      frame.current = found;
      follow();
    };
    void paint();
    const ends = [pictureAge.subscribe(paintSoon), zoomRatio.subscribe(follow)];
    return () => {
      clearTimeout(waiting);
      run.abort();
      watch.disconnect();
      for (const end of ends) end();
    };
  }, [open]);

  const go = (x: number, y: number, animateMs: number): void => {
    const canvas = canvasHandle.current;
    if (canvas !== null) canvas.setCamera({ x, y, ratio: canvas.camera().ratio }, { animateMs });
  };
  const toPointer = (event: PointerEvent<HTMLElement>, animateMs: number): void => {
    if (frame.current === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const unit = frame.current.scale / devicePixelRatio;
    go(
      frame.current.x + (event.clientX - box.x - size.width / 2) / unit,
      frame.current.y - (event.clientY - box.y - size.height / 2) / unit,
      animateMs,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [canvas, container] = [canvasHandle.current, canvasHandle.container];
    const way = ways[event.key];
    if (event.metaKey || event.ctrlKey || event.altKey || canvas === null || container === null) return;
    if (way !== undefined) {
      const { x, y, ratio } = canvas.camera();
      go(x + way[0] * container.clientWidth * ratio * step, y + way[1] * container.clientHeight * ratio * step, 120);
    } else if (event.key === "Enter" || event.key === "0") actions.bringIntoView(null);
    else if (event.key === "+" || event.key === "=") canvas.zoom(1.3);
    else if (event.key === "-") canvas.zoom(1 / 1.3);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (!open) return null;
  return (
    <button
      type="button"
      className={styles.minimap}
      aria-label={t("minimap.title")}
      title={t("minimap.title")}
      data-minimap
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = true;
        toPointer(event, 160);
      }}
      onPointerMove={(event) => held.current && toPointer(event, 0)}
      onPointerUp={() => {
        held.current = false;
      }}
    >
      <canvas ref={points} />
      <span ref={view} className={styles.view} />
    </button>
  );
}

/** The part of a stretch around `middle` that lies on the map; never so short that it cannot be seen. */
function within(middle: number, length: number, most: number): { from: number; length: number } {
  const from = Math.min(Math.max(0, middle - length / 2), most - least);
  const to = Math.max(Math.min(most, middle + length / 2), from + least);
  return { from, length: to - from };
}
const least = 4;

/** Part of the view that an arrow key moves by. */
const step = 0.25;
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
