import { useEffect, useRef, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { useHealth, useVocabulary } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { canvasHandle } from "#client/panels/canvas/handle.ts";
import { MarksLegend } from "#client/panels/canvas/marks-legend.tsx";
import { useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { applyPreferences, preferences } from "#client/state/preferences.ts";
import { countVisible } from "#client/state/visible.ts";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample } from "#client/ui/line-sample.tsx";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import styles from "./print-sheet.module.css";
import { StyleEntries } from "./style-legend.tsx";
import { UnknownSample } from "./unknown-switch.tsx";

/** Dots of a printer are finer than those of a screen. */
const pixelRatio = 3;

/** What is in view on paper: title, picture and legend in the light theme, without panels. Made when printing begins. */
export function PrintSheet() {
  const [picture, setPicture] = useState<HTMLCanvasElement | null>(null);
  useEffect(() => {
    const begin = (): void => {
      const made = canvasHandle.current?.picture({ theme: "light", pixelRatio }) ?? null;
      if (made === null) return;
      document.body.dataset.printsPicture = "";
      applyPreferences({ ...preferences.getState(), theme: "light" });
      flushSync(() => setPicture(made));
    };
    const end = (): void => {
      delete document.body.dataset.printsPicture;
      applyPreferences(preferences.getState());
      setPicture(null);
    };
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return picture === null ? null : createPortal(<Sheet picture={picture} />, document.body);
}

function Sheet({ picture }: { picture: HTMLCanvasElement }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const exploration = useExploration((it) => it);
  const { data: held } = useVocabulary();
  const { data: health } = useHealth();
  const home = useRef<HTMLDivElement>(null);
  useEffect(() => home.current?.replaceChildren(picture), [picture]);
  const counts = countVisible(graph, exploration);
  const all = (counted: readonly { count: number }[] | undefined) => formatCount((counted ?? []).reduce((sum, it) => sum + it.count, 0));
  const names = exploration.selection
    .slice(0, 3)
    .map((node) => nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language));
  return (
    <div className={styles.sheet} data-print-sheet>
      <header>
        <h1>{[t("print.title"), ...(names.length === 0 ? [t("canvas.overview")] : names)].join(" · ")}</h1>
        <p>
          {t("print.made", {
            date: new Date().toISOString().slice(0, 10),
            revision: health?.revision ?? "–",
            counts: t("canvas.shown", {
              nodes: formatCount(counts.nodes),
              allNodes: all(held?.kinds),
              edges: formatCount(counts.edges),
              allEdges: all(held?.statuses),
            }),
          })}
        </p>
      </header>
      <div ref={home} className={styles.picture} />
      <footer>
        <section>
          <h2>{t("print.lines")}</h2>
          <ul>
            {(["stated", "inferred", "weak", "reference"] as const).map((line) => (
              <li key={line}>
                <LineSample line={line} />
                {t(`line.${line}`)}
              </li>
            ))}
            <li>
              <MarksLegend />
            </li>
            <li>
              <UnknownSample />
            </li>
          </ul>
        </section>
        <section>
          <h2>{t("print.kinds")}</h2>
          <ul>
            {entityKinds.map(
              (kind, code) =>
                (counts.byKind[code] ?? 0) > 0 && (
                  <li key={kind}>
                    <KindGlyph kind={kind} />
                    {kindLabel(kind, language)} {formatCount(counts.byKind[code] ?? 0)}
                  </li>
                ),
            )}
          </ul>
        </section>
        <section className={styles.style}>
          <StyleEntries />
        </section>
      </footer>
    </div>
  );
}
