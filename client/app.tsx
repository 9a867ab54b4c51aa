import { lazy, Suspense, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useTranslation } from "#client/i18n/use-translation.ts";
import styles from "./app.module.css";
import { Canvas } from "./panels/canvas/canvas.tsx";
import { Documents } from "./panels/documents/documents.tsx";
import { Help } from "./panels/help/help.tsx";
import { useShortcuts } from "./panels/help/shortcuts.ts";
import { Inspector } from "./panels/inspector/inspector.tsx";
import { BottomTabs } from "./panels/narrow/bottom-tabs.tsx";
import { FilterSheet } from "./panels/narrow/filter-sheet.tsx";
import { useTypedAhead } from "./panels/palette/typed-ahead.ts";
import { Paths } from "./panels/paths/paths.tsx";
import { Rail } from "./panels/rail/rail.tsx";
import { SlimRail } from "./panels/rail/slim-rail.tsx";
import { useSources } from "./panels/rail/use-sources.ts";
import { OpenedLink } from "./panels/share/opened-link.tsx";
import { Start } from "./panels/start/start.tsx";
import { StartAside } from "./panels/start/start-aside.tsx";
import { Strip } from "./panels/strip/strip.tsx";
import { CanvasTable } from "./panels/table/canvas-table.tsx";
import { TopBar } from "./panels/top-bar/top-bar.tsx";
import { Unanswered } from "./panels/unanswered.tsx";
import { useActions, useAtlas, useExploration, useScreen } from "./state/context.tsx";
import { handEdit } from "./state/hand-edits.ts";
import { pathSearch } from "./state/path-search.ts";
import type { Route } from "./state/screen.ts";
import { Skeleton } from "./ui/marks.tsx";

const Compare = lazy(() => import("./panels/compare/compare.tsx"));
const Palette = lazy(() => import("./panels/palette/palette.tsx"));
const Changes = lazy(() => import("./panels/changes/changes.tsx"));
const Freshness = lazy(() => import("./panels/changes/freshness/freshness.tsx"));
const HandEdit = lazy(() => import("./panels/changes/edit/hand-edit.tsx"));
const Workbench = lazy(() => import("./panels/workbench/workbench.tsx"));

const titles = {
  start: "title.start",
  explore: "top.explore",
  documents: "top.documents",
  changes: "top.changes",
  revisions: "top.changes",
  freshness: "top.freshness",
  compare: "title.compare",
} as const satisfies Record<Route["at"], string>;

/** Below 900 px panels become sheets and the tabs move to the bottom. */
function useNarrow(): boolean {
  const [query] = useState(() => matchMedia("(max-width: 899px)"));
  const [narrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const follow = () => setNarrow(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [query]);
  return narrow;
}

export function App() {
  const { t, i18n } = useTranslation();
  const actions = useActions();
  const route = useScreen((it) => it.route);
  const workbench = useScreen((it) => it.workbench);
  const table = useScreen((it) => it.table);
  const palette = useScreen((it) => it.palette);
  const edition = useAtlas((state) => state.edition);
  const ready = useAtlas((state) => state.ready);
  const selected = useExploration((it) => it.selection.length > 0 || it.edge !== null);
  const editing = useStore(handEdit, (it) => it.open !== null);
  const findingPaths = useStore(pathSearch, (it) => it.open);
  const narrow = useNarrow();
  useShortcuts();
  useTypedAhead();
  useSources();

  const entity = route.at === "explore" ? route.entity : null;
  useEffect(() => {
    if (ready && entity !== null) void actions.open(entity);
  }, [ready, entity, actions]);
  // Read aloud when a screen opens, and listed in the history of the browser.
  useEffect(() => {
    document.title = `${t(titles[route.at])} · ${i18n.language === "zh" ? "链图谱" : "Chain Atlas"}`;
  }, [route.at, t, i18n.language]);

  const exploring = route.at === "explore";
  return (
    <div
      className={styles.app}
      data-screen={route.at}
      data-workbench={exploring && workbench}
      data-paths={exploring && findingPaths}
      data-selected={selected}
    >
      <TopBar narrow={narrow} />
      <Unanswered />
      <div className={styles.main}>
        {exploring && findingPaths && !workbench ? <Paths /> : exploring && !narrow && (workbench ? <SlimRail /> : <Rail />)}
        {route.at === "start" && <Start />}
        {route.at === "documents" && <Documents id={route.document} />}
        <Suspense fallback={<Waiting />}>
          {(route.at === "changes" || route.at === "revisions") && <Changes route={route} />}
          {route.at === "freshness" && <Freshness />}
          {route.at === "compare" && <Compare a={route.a} b={route.b} />}
        </Suspense>
        <div
          className={styles.picture}
          data-small={route.at === "start"}
          hidden={!exploring && route.at !== "start"}
          role={exploring ? "main" : undefined}
        >
          {exploring && <h1 className={styles.spoken}>{t("top.explore")}</h1>}
          <Canvas key={edition} small={route.at === "start"} />
          {exploring && table && <CanvasTable />}
          <OpenedLink />
        </div>
        {route.at === "start" && <StartAside />}
        {exploring && !workbench && (!narrow || selected) && <Inspector />}
        {exploring && workbench && (
          <Suspense fallback={<Waiting />}>
            <Workbench />
          </Suspense>
        )}
      </div>
      <Strip />
      {narrow && <BottomTabs />}
      <FilterSheet />
      {editing && (
        <Suspense>
          <HandEdit />
        </Suspense>
      )}
      {palette && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
      <Help />
    </div>
  );
}

const Waiting = () => (
  <div className={styles.waiting}>
    <Skeleton lines={6} />
  </div>
);
