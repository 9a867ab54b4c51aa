import { Menu } from "@base-ui/react/menu";
import { type RefObject, useEffect, useRef } from "react";
import { formatZoom } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { layouts } from "#client/layouts/run-layout.ts";
import { Minimap, MinimapButton } from "#client/panels/style/minimap.tsx";
import { MoreMenu } from "#client/panels/style/more-menu.tsx";
import { PrintSheet } from "#client/panels/style/print-sheet.tsx";
import { StyleLegend } from "#client/panels/style/style-legend.tsx";
import { StyleMenu } from "#client/panels/style/style-menu.tsx";
import { UnknownSwitch } from "#client/panels/style/unknown-switch.tsx";
import { explorationOf } from "#client/state/atlas.ts";
import {
  useActions,
  useAtlas,
  useAtlasStore,
  useExploration,
  useExplorationLater,
  usePreferences,
  useScreen,
} from "#client/state/context.tsx";
import { screen } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import styles from "./canvas.module.css";
import { canvasHandle, zoomRatio } from "./handle.ts";
import { Legend } from "./legend.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { Tools } from "./tools.tsx";
import { Trail } from "./trail.tsx";

/** The floating bars; the drawing keeps its labels clear of them. */
export function Bars() {
  const { t } = useTranslation();
  const table = useScreen((it) => it.table);
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame} data-table={table}>
      <KeptClear frame={frame} />
      <div className={`${styles.float} ${styles.topLeft}`}>
        <UndoAndRedo />
        <span className={styles.separator} />
        <Trail />
      </div>
      <div className={`${styles.float} ${styles.topRight}`}>
        <LayoutMenu />
        <span className={styles.separator} />
        <StyleMenu channel="size" />
        <StyleMenu channel="colour" />
        <MoreMenu />
        {!table && <UnknownSwitch />}
        <span className={styles.separator} />
        <Button
          look="quiet"
          small
          icon={table ? "graph" : "table"}
          pressed={table}
          aria-label={t("canvas.asTable")}
          title={t("canvas.asTable")}
          onClick={() => screen.setState({ table: !table })}
        />
      </div>
      {!table && <Tools />}
      <SelectionBar />
      {!table && <ZoomBar />}
      {!table && <Minimap />}
      {!table && <Legend />}
      {!table && <PrintSheet />}
      {!table && <StyleLegend />}
    </div>
  );
}

/** Tells the drawing which parts of it the bars and the sheet cover. */
function KeptClear({ frame }: { frame: RefObject<HTMLDivElement | null> }) {
  const selected = useExplorationLater((it) => Math.min(2, it.selection.length) + (it.edge === null ? 0 : 4));
  const sheet = useScreen((it) => it.inspector);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection opens the sheet, whose size changes what is covered
  useEffect(() => {
    const measure = () => {
      const home = canvasHandle.container?.getBoundingClientRect();
      if (!home || !frame.current) return;
      const sheet = document.querySelector("[data-inspector]");
      // A sheet lies over the picture in windows that have no room beside it.
      const paths = document.querySelector("[data-paths-panel]");
      const over = [
        ...frame.current.children,
        ...(sheet && matchMedia("(max-width: 1199px)").matches ? [sheet] : []),
        ...(paths && matchMedia("(max-width: 899px)").matches ? [paths] : []),
      ];
      const bars = over.map((bar) => bar.getBoundingClientRect());
      canvasHandle.current?.setKeepClear(
        bars.map(({ x, y, width, height }) => ({ x: x - home.x - 6, y: y - home.y - 6, width: width + 12, height: height + 12 })),
      );
    };
    measure();
    canvasHandle.measureBars = measure;
    const watch = new ResizeObserver(measure);
    const observe = () => {
      for (const bar of frame.current?.children ?? []) watch.observe(bar);
    };
    observe();
    if (canvasHandle.container) watch.observe(canvasHandle.container);
    // A legend comes and goes with what is chosen: its size is told when the page is laid out, whether it came or went.
    const changes = new MutationObserver(observe);
    if (frame.current) changes.observe(frame.current, { childList: true });
    return () => {
      watch.disconnect();
      changes.disconnect();
      canvasHandle.measureBars = () => {};
      canvasHandle.current?.setKeepClear([]);
    };
  }, [selected, sheet, frame]);
  return null;
}

function UndoAndRedo() {
  const { t } = useTranslation();
  const actions = useActions();
  const past = useAtlas((state) => state.history.past.length > 0);
  const future = useAtlas((state) => state.history.future.length > 0);
  return (
    <>
      <Button
        look="quiet"
        small
        icon="undo"
        aria-label={t("canvas.undo")}
        title={`${t("canvas.undo")} ⌘Z`}
        disabled={!past}
        onClick={actions.undo}
      />
      <Button
        look="quiet"
        small
        icon="redo"
        aria-label={t("canvas.redo")}
        title={`${t("canvas.redo")} ⇧⌘Z`}
        disabled={!future}
        onClick={actions.redo}
      />
    </>
  );
}

function ZoomBar() {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const actions = useActions();
  const none = useExplorationLater((it) => it.selection.length === 0);
  return (
    <div className={`${styles.float} ${styles.zoom}`}>
      <Button
        look="quiet"
        small
        icon="plus"
        aria-label={t("canvas.zoomIn")}
        title={t("canvas.zoomIn")}
        onClick={() => canvasHandle.current?.zoom(1.3)}
      />
      <Button
        look="quiet"
        small
        icon="minus"
        aria-label={t("canvas.zoomOut")}
        title={t("canvas.zoomOut")}
        onClick={() => canvasHandle.current?.zoom(1 / 1.3)}
      />
      <Button
        look="quiet"
        small
        icon="fit"
        aria-label={t("canvas.fit")}
        title={`${t("canvas.fit")} 0`}
        onClick={() => actions.bringIntoView(null)}
      />
      <Button
        look="quiet"
        small
        icon="fitSelection"
        aria-label={t("canvas.fitSelection")}
        title={`${t("canvas.fitSelection")} F`}
        disabled={none}
        onClick={() => actions.bringIntoView(explorationOf(store.getState()).selection)}
      />
      <MinimapButton />
      <ZoomLevel />
    </div>
  );
}

function LayoutMenu() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const layout = useExploration((it) => it.layout);
  const present = layouts.find((one) => one.id === layout);
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" small icon="graph" aria-label={t("canvas.layout")} />}>
        {present?.label[language]}
        <Icon name="down" size={12} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end">
          <Menu.Popup className={styles.popup}>
            <Menu.RadioGroup value={layout} onValueChange={(id: string) => void actions.layOut(id)}>
              {layouts.map((one) => (
                <Menu.RadioItem key={one.id} value={one.id} className={styles.item} closeOnClick>
                  {one.label[language]}
                  <Menu.RadioItemIndicator>
                    <Icon name="check" size={14} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <div className={styles.rule} />
            <Menu.Item className={styles.item} onClick={() => void actions.layOut(layout)}>
              {t("canvas.layoutAgain")}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Follows the camera without a render: the number is written into the element. */
function ZoomLevel() {
  const output = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    const write = () => {
      if (output.current) output.current.textContent = formatZoom(1 / zoomRatio.getState().ratio);
    };
    write();
    return zoomRatio.subscribe(write);
  }, []);
  return <output ref={output} />;
}
