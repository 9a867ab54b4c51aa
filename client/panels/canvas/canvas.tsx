import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { followNotes } from "#client/panels/notes/follow-notes.ts";
import { followStyle } from "#client/panels/style/follow-style.ts";
import { pictureChanged } from "#client/panels/style/minimap.tsx";
import { followUnknown, unknownMarks } from "#client/panels/style/unknown-marks.ts";
import { createGraphCanvas } from "#client/rendering/graph-canvas.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { useActions, useAtlasStore, useScreen } from "#client/state/context.tsx";
import { useVisibleCounts } from "#client/state/counted.ts";
import { setHovered } from "#client/state/hover.ts";
import { preferences } from "#client/state/preferences.ts";
import { go, screen } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { useArea } from "./area.tsx";
import { Bars } from "./bars.tsx";
import styles from "./canvas.module.css";
import { canvasHandle, zoomRatio } from "./handle.ts";
import { HubQuestion } from "./hub-question.tsx";
import { useCanvasKeys } from "./keys.ts";
import { LoadProgress } from "./load-progress.tsx";
import { NodeMenu, type NodeMenuTarget } from "./node-menu.tsx";
import { EmptyNotice, FailureNotice, LoadingBar } from "./notices.tsx";
import { followState } from "./sync.ts";

/** The picture: the one component that holds the drawing. On the start page it is the small overview. */
export function Canvas({ small }: { small: boolean }) {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const actions = useActions();
  const container = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<NodeMenuTarget | null>(null);
  const [unavailable, setUnavailable] = useState<string | null>(null);
  const table = useScreen((it) => it.table);
  const { nodes: shown } = useVisibleCounts();
  const { spoken, onKeyDown, setCursor } = useCanvasKeys();
  const area = useArea((row, add) => {
    actions.pick(row, add);
    setCursor(row);
  });
  const smallNow = useRef(small);
  smallNow.current = small;
  const cursorNow = useRef(setCursor);
  cursorNow.current = setCursor;

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    try {
      const canvas = createGraphCanvas({
        container: element,
        ...preferences.getState(),
        reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
        onEvent: (event) => {
          switch (event.type) {
            case "node-enter":
              return setHovered(event.node);
            case "node-leave":
              return setHovered(null);
            case "node-click": {
              actions.pick(event.node, event.shift || event.meta);
              cursorNow.current(event.node);
              if (smallNow.current) go({ at: "explore", entity: null });
              return;
            }
            case "node-double-click":
              return actions.unfold(event.node);
            case "more-click":
              if (!event.shift) return void actions.expand(event.node);
              return store.setState({ hubQuestion: { node: event.node, hidden: 0 } });
            case "node-context":
              return setMenu({ node: event.node, x: event.x, y: event.y });
            case "edge-click":
              return actions.selectEdge(event.edge);
            case "stage-click": {
              setMenu(null);
              const { selection, edge } = explorationOf(store.getState());
              if (selection.length > 0 || edge !== null) actions.clearSelection();
              return;
            }
            case "node-moved":
              return actions.moveNode(event.node, event.x, event.y);
            case "unknown-drawn":
              return unknownMarks.setState({ drawn: event.drawn, total: event.total });
            case "overview-changed":
              return pictureChanged();
            case "camera":
              return zoomRatio.setState({ ratio: event.ratio });
            default:
              return;
          }
        },
      });
      canvasHandle.current = canvas;
      canvasHandle.container = element;
      const ends = [
        followState(store, canvas),
        followStyle(store, canvas, actions),
        followUnknown(store, canvas, actions),
        followNotes(store, canvas),
      ];
      let first = true;
      let width = element.clientWidth;
      let height = element.clientHeight;
      const watch = new ResizeObserver(() => {
        if (element.clientWidth === 0) return;
        if (!first) canvas.resize();
        first = false;
        // From the small overview to the whole window and back the picture is fitted again; a panel that opens only pans.
        const jump = Math.abs(element.clientWidth - width) > 600 || Math.abs(element.clientHeight - height) > 400 || width === 0;
        width = element.clientWidth;
        height = element.clientHeight;
        if (!jump) return;
        // One frame later the bars and the sheet have said what they cover.
        requestAnimationFrame(() => {
          const { selection } = explorationOf(store.getState());
          actions.bringIntoView(selection.length > 0 ? selection : null);
        });
      });
      watch.observe(element);
      return () => {
        watch.disconnect();
        for (const end of ends) end();
        canvas.destroy();
        canvasHandle.current = null;
      };
    } catch (error) {
      setUnavailable(error instanceof Error ? error.message : String(error));
    }
  }, [store, actions]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture is fitted again when its place changes
  useEffect(() => {
    canvasHandle.current?.fit();
  }, [small]);

  return (
    <section className={`${styles.canvas} ${small ? styles.small : ""}`} aria-label={t("canvas.region")}>
      <div
        ref={stage}
        className={styles.stage}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one tab stop; its keys are listed in the help
        tabIndex={0}
        data-canvas-stage
        aria-label={t("canvas.stage", { count: shown })}
        aria-describedby="canvas-keys"
        onKeyDown={onKeyDown}
        {...(small ? {} : area.handlers)}
      >
        <div ref={container} className={styles.container} />
        {area.outline}
      </div>
      <p id="canvas-keys" className={styles.spoken}>
        {t("canvas.keys")}
      </p>
      <p className={styles.spoken} role="status" aria-live="polite">
        {spoken}
      </p>
      <Around small={small} />
      <NodeMenu target={menu} onClose={() => setMenu(null)} />
      {unavailable !== null && !table && (
        <div className={styles.notice} role="alert">
          <h2>{t("canvas.noDrawing")}</h2>
          <p>{t("canvas.noDrawingWhy")}</p>
          <Button icon="table" onClick={() => screen.setState({ table: true })}>
            {t("canvas.asTable")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What lies over the picture: each part follows what it shows, and none of it the picture. */
const Around = memo(function Around({ small }: { small: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {small ? (
        <Button look="primary" icon="graph" className={styles.open} onClick={() => go({ at: "explore", entity: null })}>
          {t("start.openGraph")}
        </Button>
      ) : (
        <Bars />
      )}
      <LoadingBar />
      {!small && <LoadProgress />}
      <FailureNotice />
      {!small && <EmptyNotice />}
      {!small && <HubQuestion />}
    </>
  );
});
