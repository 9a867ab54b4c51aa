import { useEffect, useMemo, useRef, useState } from "react";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { differenceGraph, type Surroundings } from "#client/state/difference-graph.ts";
import { placesOf } from "#client/state/difference-places.ts";
import { type DifferenceMode, differenceScene } from "#client/state/difference-scene.ts";
import type { Names } from "#client/state/review-list.ts";
import { Button } from "#client/ui/button.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import type { Change } from "#graph/model/change-set.ts";
import { changeKinds } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { Sign } from "../sign.tsx";
import styles from "./difference.module.css";
import { useDifferenceCanvas } from "./use-difference-canvas.ts";

/** So many changes are drawn; more would be a picture of nothing. The list holds all. */
const mostDrawn = 5000;

interface DifferenceProps {
  changes: readonly Change[];
  rivals: Readonly<Record<string, RecordContent>>;
  names: Names;
  around: { around: Surroundings; complete: boolean } | null;
  /** False while the changes are on their way. */
  known: boolean;
  /** Ids of records whose change was rejected. */
  refused: ReadonlySet<string>;
  /** Change under the hand. */
  cursor: string | null;
  labels: Readonly<Record<DifferenceMode, string>>;
  onPick: (change: string) => void;
  /** Counts the wishes to see the change under the hand. */
  shown: number;
}

const nothing: ReadonlySet<string> = new Set();

/** The graph with what changes: what comes green, what changes amber, what goes red and struck, what contradicts purple. */
export function Difference({ changes, rivals, names, around, known, refused, cursor, labels, onPick, shown }: DifferenceProps) {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [mode, setMode] = useState<DifferenceMode>("difference");
  const [only, setOnly] = useState(false);
  const [unavailable, setUnavailable] = useState<string | null>(null);
  // Until all of it is there, the graph is shown as it is: never a blank canvas.
  const ready = known && around?.complete === true;
  const graph = useMemo(() => {
    if (around === null) return null;
    return differenceGraph({
      changes: ready ? changes.slice(0, mostDrawn) : [],
      rivals: ready ? rivals : {},
      names,
      around: around.around,
    });
  }, [changes, rivals, names, around, ready]);
  const places = useMemo(() => (graph === null ? null : placesOf(graph)), [graph]);
  // Only the preview depends on what was rejected: a decision must not draw everything anew.
  const gone = mode === "after" ? refused : nothing;
  const scene = useMemo(
    () =>
      graph === null || places === null
        ? null
        : differenceScene(graph, places, { mode: ready ? mode : "before", only: ready && only, refused: gone }),
    [graph, places, mode, only, gone, ready],
  );
  const highlight = useMemo(() => (cursor === null ? null : (graph?.drawnBy.get(cursor) ?? null)), [graph, cursor]);
  const changeOf = useMemo(() => {
    const byDrawn = new Map<string, string>();
    for (const [change, { nodes, edges }] of graph?.drawnBy ?? [])
      for (const id of [...edges, ...nodes.slice(0, 1)]) if (!byDrawn.has(id)) byDrawn.set(id, change);
    return byDrawn;
  }, [graph]);
  const canvas = useDifferenceCanvas(container, {
    scene,
    stage: ready ? "ready" : "waiting",
    highlight,
    onPick: ({ node, edge }) => {
      const change = changeOf.get(edge ?? node ?? "");
      if (change !== undefined) onPick(change);
    },
    onUnavailable: setUnavailable,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish to see it counts, not that another one is under the hand
  useEffect(() => {
    if (shown === 0 || highlight === null || scene === null) return;
    canvas.current?.fit(highlight.nodes.flatMap((id) => scene.nodeIndex.get(id) ?? []));
  }, [shown]);
  useEffect(() => {
    const home = container.current?.getBoundingClientRect();
    const bars = container.current?.parentElement?.querySelectorAll("[data-float]") ?? [];
    if (home === undefined || scene === null) return;
    const boxes = [...bars].map((bar) => bar.getBoundingClientRect());
    canvas.current?.setKeepClear(
      boxes.map(({ x, y, width, height }) => ({ x: x - home.x - 6, y: y - home.y - 6, width: width + 12, height: height + 12 })),
    );
  }, [scene, canvas]);
  const counts = Object.fromEntries(
    changeKinds.map((kind) => [kind, formatCount(changes.filter((change) => change.kind === kind).length)]),
  );

  return (
    <section className={styles.difference} aria-label={t("changes.graph")} data-pane="graph" data-canvas-stage tabIndex={-1}>
      <div ref={container} className={styles.stage} role="img" aria-label={t("changes.stage", counts)} />
      {!ready && <div className={styles.loading} aria-hidden="true" />}
      <div data-float className={`${styles.float} ${styles.modes}`}>
        <Segmented<DifferenceMode>
          label={t("changes.mode")}
          value={mode}
          onChange={setMode}
          options={(["before", "difference", "after"] as const).map((value) => ({ value, text: labels[value] }))}
        />
      </div>
      <div data-float className={`${styles.float} ${styles.only}`}>
        <Button look="quiet" small icon="filter" pressed={only} onClick={() => setOnly(!only)}>
          {t("changes.only")}
        </Button>
      </div>
      <div data-float className={`${styles.float} ${styles.zoom}`}>
        <Button
          look="quiet"
          small
          icon="plus"
          aria-label={t("canvas.zoomIn")}
          title={t("canvas.zoomIn")}
          onClick={() => canvas.current?.zoom(1.3)}
        />
        <Button
          look="quiet"
          small
          icon="minus"
          aria-label={t("canvas.zoomOut")}
          title={t("canvas.zoomOut")}
          onClick={() => canvas.current?.zoom(1 / 1.3)}
        />
        <Button
          look="quiet"
          small
          icon="fit"
          aria-label={t("changes.fit")}
          title={t("changes.fit")}
          onClick={() => canvas.current?.fit()}
        />
      </div>
      {mode === "difference" && (
        <ul data-float className={`${styles.float} ${styles.legend}`} aria-label={t("changes.legend")}>
          {changeKinds.map((kind) => (
            <li key={kind}>
              <Sign kind={kind} size={14} />
              {t(`changes.kind.${kind}`)}
            </li>
          ))}
          <li className={styles.rest}>
            {changes.length > mostDrawn
              ? t("changes.drawnPart", { drawn: formatCount(mostDrawn), all: formatCount(changes.length) })
              : t("changes.legendRest")}
          </li>
        </ul>
      )}
      {unavailable !== null && (
        <p className={styles.notice} role="alert">
          {t("canvas.noDrawing")}
        </p>
      )}
    </section>
  );
}
