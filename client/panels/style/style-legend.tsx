import { useDeferredValue, useMemo, useState } from "react";
import { useStore } from "zustand";
import { formatCount, formatFigure, formatPeriod } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { type Tone, toneCode, toneColours, tones } from "#client/rendering/tones.ts";
import { useAtlasLater, useExplorationLater, usePreferences } from "#client/state/context.tsx";
import type { Exploration } from "#client/state/exploration.ts";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import { filterMasks, isNodeVisible } from "#client/state/visible.ts";
import { chosen } from "#client/styling/choice.ts";
import type { SizeLegend } from "#client/styling/rule.ts";
import { styled } from "#client/styling/styled.ts";
import { Icon } from "#client/ui/icon.tsx";
import { units } from "#graph/vocabulary/measures.ts";
import { useFigureName } from "./figure-name.ts";
import styles from "./style.module.css";

/** What colours and sizes mean now, with how many of each are on the canvas; nothing where the rules are the usual ones. */
export function StyleLegend() {
  const { t } = useTranslation();
  const { size, tone, thickness, pending } = useStore(styled);
  const [open, setOpen] = useState(() => !matchMedia("(max-width: 899px)").matches);
  if (tone === null && size === null && thickness === "even" && !pending) return null;
  return (
    <section className={styles.legend} aria-label={t("style.legend")} data-style-legend>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("style.legend")}
        <Icon name={open ? "down" : "chevron"} size={12} />
      </button>
      {open && pending && <p className={styles.note}>{t("style.pending")}</p>}
      {open && <StyleEntries />}
    </section>
  );
}

/** Colours, sizes and widths that differ from the usual. */
export function StyleEntries() {
  const { size, colours, thickness } = useStore(styled);
  const counts = useToneCounts();
  if (counts === null) return null;
  return (
    <>
      {colours.length > 0 && <Colours counts={counts} />}
      {size !== null && <Sizes size={size} counts={counts} />}
      {thickness === "confidence" && <Thickness />}
    </>
  );
}

/** How many shown nodes have each tone, by code; null before they were counted. */
function useToneCounts(): Uint32Array | null {
  const tone = useStore(styled, (it) => it.tone);
  const graph = useAtlasLater((state) => state.graph);
  const exploration = useExplorationLater((it) => it);
  const { shown, hiddenKinds, clocks, trust } = exploration;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is shown is counted, whatever is selected
  const counted = useMemo(() => ({ tone, graph, exploration }), [tone, graph, shown, hiddenKinds, clocks, trust]);
  // The rule came with the picture, the counts may follow.
  const later = useDeferredValue(counted, null);
  return useMemo(() => (later === null ? null : countTones(later.graph, later.exploration, later.tone)), [later]);
}

function countTones(graph: LoadedGraph, it: Exploration, tone: Uint8Array | null): Uint32Array {
  const counts = new Uint32Array(tones.length + 1);
  const masks = filterMasks(graph, it);
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (!isNodeVisible(graph, it, masks, node)) continue;
    const code = tone?.[node] ?? 0;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

function Swatch({ tone }: { tone: Tone }) {
  const theme = usePreferences((it) => it.theme);
  const look = tone === "unknown" || tone === "rest" ? styles[tone] : styles.filled;
  return (
    <i className={`${styles.swatch} ${look}`} style={{ "--tone": toneColours[theme][tone] } as React.CSSProperties} aria-hidden="true" />
  );
}

function Colours({ counts }: { counts: Uint32Array }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const choice = useExplorationLater((it) => it.style.colour);
  const colours = useStore(styled, (it) => it.colours);
  const nameOf = useFigureName();
  const { rule, figures } = chosen("colour", choice);
  const by = figures === null ? rule.label[language] : nameOf(figures);
  return (
    <div>
      <h3 className={styles.title}>
        {t("style.colour")} · {by}
      </h3>
      <ul className={styles.entries}>
        {colours.map(({ tone, label }) => {
          const count = counts[toneCode(tone)] as number;
          return count === 0 && !tone.startsWith("class") && !tone.startsWith("step") ? null : (
            <li key={tone} data-tone={tone} className={count === 0 ? styles.absent : undefined}>
              <Swatch tone={tone} />
              <span title={label[language]}>{label[language]}</span>
              <b>{formatCount(count)}</b>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Sizes({ size, counts }: { size: SizeLegend; counts: Uint32Array }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const nameOf = useFigureName();
  const colours = useStore(styled, (it) => it.colours);
  const unknown = counts[toneCode("unknown")] as number;
  const { dimension } = units[size.figures.unit];
  const rates = dimension === "ratio" || dimension === "growth";
  return (
    <div>
      <h3 className={styles.title}>
        {t("style.size")} · {nameOf(size.figures)}
      </h3>
      <ul className={styles.sizes}>
        {size.stops.map(({ value, radius }) => (
          <li key={value}>
            <svg width={2 * radius + 2} height={2 * radius + 2} aria-hidden="true">
              <circle cx={radius + 1} cy={radius + 1} r={radius} />
            </svg>
            <span>{formatFigure({ value, unit: size.figures.unit }, language)}</span>
          </li>
        ))}
      </ul>
      {unknown > 0 && colours.length === 0 && (
        <ul className={styles.entries}>
          <li data-tone="unknown">
            <Swatch tone="unknown" />
            <span>{t("style.unknownSize")}</span>
            <b>{formatCount(unknown)}</b>
          </li>
        </ul>
      )}
      <p className={styles.note}>
        {t(rates ? "style.evenly" : "style.areas")}
        {size.periods !== null && ` · ${t("style.periods", { from: formatPeriod(size.periods[1]), to: formatPeriod(size.periods[0]) })}`}
      </p>
      <p className={styles.note}>{t("style.others")}</p>
      {size.several > 0 && <p className={styles.note}>{t("style.several", { count: size.several })}</p>}
    </div>
  );
}

function Thickness() {
  const { t } = useTranslation();
  return (
    <div>
      <h3 className={styles.title}>{t("style.thickness")}</h3>
      <p className={styles.note}>{t("style.confidence")}</p>
    </div>
  );
}
