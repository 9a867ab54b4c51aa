import { type RefObject, useEffect, useRef } from "react";
import { createGraphCanvas, type GraphCanvas } from "#client/rendering/graph-canvas.ts";
import type { DifferenceScene } from "#client/state/difference-scene.ts";
import { preferences } from "#client/state/preferences.ts";

interface Picked {
  node?: string;
  edge?: string;
}

/** What stays under the hand for so long is shown on the picture. */
const restMs = 70;

/** Draws a scene into `container` and keeps the camera when only the scene changes; `onPick` gets ids. */
export function useDifferenceCanvas(
  container: RefObject<HTMLDivElement | null>,
  {
    scene,
    stage,
    highlight,
    onPick,
    onUnavailable,
  }: {
    scene: DifferenceScene | null;
    /** A scene of another stage is fitted into the view; one of the same stage keeps the camera. */
    stage: string;
    highlight: { nodes: readonly string[]; edges: readonly string[] } | null;
    onPick: (picked: Picked) => void;
    onUnavailable: (reason: string) => void;
  },
): RefObject<GraphCanvas | null> {
  const canvas = useRef<GraphCanvas | null>(null);
  const now = useRef({ scene, onPick, onUnavailable });
  now.current = { scene, onPick, onUnavailable };
  const fitted = useRef<string | null>(null);
  const fitOnce = useRef(() => {});
  // A picture behind another pane has no size to be fitted to: that waits until it is seen.
  fitOnce.current = () => {
    const seen = (container.current?.clientWidth ?? 0) > 0;
    if (fitted.current === stage || scene === null || scene.drawn.nodes.id.length === 0 || !seen) return;
    fitted.current = stage;
    canvas.current?.fit(undefined, {});
  };

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    try {
      const made = createGraphCanvas({
        container: element,
        ...preferences.getState(),
        reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
        onEvent: (event) => {
          const drawn = now.current.scene?.drawn;
          if (event.type === "node-click") now.current.onPick({ node: drawn?.nodes.id[event.node] ?? "" });
          else if (event.type === "edge-click") now.current.onPick({ edge: drawn?.edges.id[event.edge] ?? "" });
          else if (event.type === "node-enter") made.setHover(event.node);
          else if (event.type === "node-leave") made.setHover(null);
        },
      });
      canvas.current = made;
      fitted.current = null;
      const watch = new ResizeObserver(() => {
        if (element.clientWidth === 0) return;
        made.resize();
        fitOnce.current();
      });
      watch.observe(element);
      const end = preferences.subscribe((next, before) => {
        if (next.theme !== before.theme) made.setTheme(next.theme);
        if (next.language !== before.language) made.setLanguage(next.language);
      });
      return () => {
        end();
        watch.disconnect();
        made.destroy();
        canvas.current = null;
      };
    } catch (error) {
      now.current.onUnavailable(error instanceof Error ? error.message : String(error));
    }
  }, [container]);

  useEffect(() => {
    if (canvas.current === null || scene === null) return;
    canvas.current.setGraph(scene.drawn);
    canvas.current.setMarks(scene.marks);
    fitOnce.current();
  }, [scene]);

  useEffect(() => {
    if (canvas.current === null || scene === null) return;
    const index = (ids: readonly string[], of: ReadonlyMap<string, number>) => ids.flatMap((id) => of.get(id) ?? []);
    const nodes = highlight === null ? [] : index(highlight.nodes, scene.nodeIndex);
    const edges = highlight === null ? [] : index(highlight.edges, scene.edgeIndex);
    // Whoever runs through a hundred items is not held up by a hundred pictures.
    const drawn = canvas.current;
    const timer = setTimeout(() => drawn.setHighlight(nodes.length === 0 ? null : { nodes, edges, style: "path" }), restMs);
    return () => clearTimeout(timer);
  }, [scene, highlight]);

  return canvas;
}
