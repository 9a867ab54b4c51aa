import { useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { useRevisionDifference } from "#client/api/change-queries.ts";
import { useRevisions } from "#client/api/queries.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { editor } from "#client/state/editor.ts";
import { namesOf } from "#client/state/review-list.ts";
import type { Route } from "#client/state/screen.ts";
import { Skeleton } from "#client/ui/marks.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import type { Change } from "#graph/model/change-set.ts";
import { useTold } from "../strip/use-told.ts";
import styles from "./changes.module.css";
import { Difference } from "./difference/difference.tsx";
import { useSurroundings } from "./difference/surroundings.ts";
import { ChangeSets } from "./intake/change-sets.tsx";
import { useNamesOf } from "./names.ts";
import { ReviewScreen } from "./review/review-screen.tsx";
import { RevisionDetail } from "./revisions/revision-detail.tsx";
import { RevisionTrack } from "./revisions/revision-track.tsx";

type Pane = "list" | "graph" | "detail";

/** Updating: change sets and revisions, each drawn on the graph. */
export default function Changes({ route }: { route: Extract<Route, { at: "changes" | "revisions" }> }) {
  const { t } = useTranslation();
  const token = useStore(editor, (it) => it.token);
  // Who only reads comes for what the last revision changed; the list is for those who decide.
  const [pane, setPane] = useState<Pane>(route.at === "revisions" || token === null ? "detail" : "list");
  const id = route.at === "changes" ? route.changeSet : null;
  const toGraph = useCallback(() => setPane("graph"), []);
  return (
    <main className={styles.screen} data-pane={pane}>
      <div className={styles.panes}>
        <Segmented<Pane>
          label={t("changes.panes")}
          value={pane}
          onChange={setPane}
          options={(["list", "graph", "detail"] as const).map((value) => ({ value, text: t(`changes.pane.${value}`) }))}
        />
      </div>
      {id !== null && token !== null ? (
        <ReviewScreen id={id} onShow={toGraph} />
      ) : (
        <>
          <ChangeSets />
          <Between route={route} onShow={toGraph} />
        </>
      )}
    </main>
  );
}

const none: readonly Change[] = [];
const nobody: ReadonlySet<string> = new Set();

/** The difference that a revision made, or that lies between two; the newest where none is named. */
function Between({ route, onShow }: { route: Extract<Route, { at: "changes" | "revisions" }>; onShow: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRevisions();
  const newest = data?.revisions[0]?.number ?? null;
  const [from, to] = route.at === "revisions" ? [route.from, route.to] : newest === null ? [null, null] : [newest - 1, newest];
  const between = useMemo(() => (from === null || to === null ? null : { from, to }), [from, to]);
  const difference = useRevisionDifference(between);
  const changes = difference.data?.changes ?? none;
  useTold("revision", difference.data, changes.length);
  const [cursor, setCursor] = useState<string | null>(null);
  const [shown, setShown] = useState(0);
  const own = useMemo(() => namesOf(changes, []), [changes]);
  const names = useNamesOf(changes, own);
  // The newest revision is the graph that the page holds.
  const around = useSurroundings(changes, names, newest === null || to === newest ? null : to);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another difference begins without a change under the hand
  useEffect(() => setCursor(null), [from, to]);
  const point = (change: string) => {
    setCursor(change);
    setShown((count) => count + 1);
  };
  if (between === null) {
    return (
      <>
        <div className={styles.middle} data-pane="graph">
          {data !== undefined && <p className={styles.empty}>{t("changes.noRevisions")}</p>}
          {error !== null && (
            <div className={styles.failed}>
              <PanelFailure error={error} retry={() => void refetch()} />
            </div>
          )}
        </div>
        <div className={styles.detail} data-pane="detail">
          {data === undefined && error === null && <Skeleton lines={6} />}
        </div>
      </>
    );
  }
  return (
    <>
      <div className={styles.middle}>
        <Difference
          key={`${between.from} ${between.to}`}
          changes={changes}
          rivals={{}}
          names={names}
          around={around}
          known={difference.data !== undefined}
          refused={nobody}
          cursor={cursor}
          labels={{
            before: between.from === 0 ? t("changes.mode.empty") : t("changes.mode.before", { number: between.from }),
            difference: t("changes.mode.difference"),
            after: t("changes.mode.afterRevision", { number: between.to }),
          }}
          onPick={setCursor}
          shown={shown}
        />
        <RevisionTrack between={between} draft={null} />
      </div>
      <RevisionDetail
        between={between}
        difference={difference.data}
        error={difference.error}
        retry={() => void difference.refetch()}
        names={names}
        cursor={cursor}
        point={(change) => {
          point(change);
          onShow();
        }}
      />
    </>
  );
}
