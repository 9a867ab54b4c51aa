import { type CSSProperties, memo, useId, useMemo } from "react";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlasLater, useExploration, useExplorationLater } from "#client/state/context.tsx";
import { isClocked } from "#client/state/evidence-mask.ts";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import { type OnCanvas, type Timeline, timelineOf } from "#client/state/timeline.ts";
import { Button } from "#client/ui/button.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import { Range } from "#client/ui/range.tsx";
import styles from "./time.module.css";

/** Two clocks on one row of years: above it when statements hold, below it when documents first said them. */
export function Time() {
  // The bars follow the picture, the thumbs do not.
  const graph = useAtlasLater((state) => state.graph);
  const shown = useExplorationLater((it) => it.shown);
  const leftOut = useExplorationLater((it) => it.leftOut);
  return <Clocks graph={graph} shown={shown} leftOut={leftOut} />;
}

const Clocks = memo(function Clocks({ graph, shown, leftOut }: { graph: LoadedGraph } & OnCanvas) {
  const { t } = useTranslation();
  const { setHeldAt, setSaidBy } = useActions();
  const timeline = useMemo(() => timelineOf(graph, { shown, leftOut }, new Date().getFullYear()), [graph, shown, leftOut]);
  if (timeline.first === null) return null;
  const { first, held, said, heldUndated, saidUndated } = timeline;
  return (
    <section className={styles.time} aria-label={t("time.title")}>
      <SectionHead side={<AnyTime />}>{t("time.title")}</SectionHead>
      <Clock name={t("time.held")} clock="heldAt" first={first} bars={held} side="above" onChange={setHeldAt} />
      <Years first={first} count={held.length} />
      <Clock name={t("time.said")} clock="saidBy" first={first} bars={said} side="below" onChange={setSaidBy} />
      <Undated held={heldUndated} said={saidUndated} />
    </section>
  );
});

function AnyTime() {
  const { t } = useTranslation();
  const { clearFilter } = useActions();
  const clocked = useExploration((it) => isClocked(it.clocks));
  const clear = (): void => {
    clearFilter("held");
    clearFilter("said");
  };
  return (
    clocked && (
      <Button look="link" onClick={clear}>
        {t("time.any")}
      </Button>
    )
  );
}

/** Whether statements without a date stay, and how many there are. */
const Undated = memo(function Undated({ held, said }: { held: number; said: number }) {
  const { t } = useTranslation();
  const { setUndatedHidden } = useActions();
  // Which clocks run, and not where they stand: a thumb that is dragged changes nothing here.
  const isHeld = useExploration((it) => it.clocks.heldAt !== null);
  const isSaid = useExploration((it) => it.clocks.saidBy !== null);
  const hidden = useExploration((it) => it.clocks.undatedHidden === true);
  const clocked = isHeld || isSaid;
  const lines = [
    ...(isHeld ? [t("time.undatedHeld", { count: held, number: formatCount(held) })] : []),
    ...(isSaid ? [t("time.undatedSaid", { count: said, number: formatCount(said) })] : []),
  ];
  return (
    <label className={styles.undated} data-clocked={clocked}>
      <input type="checkbox" checked={!hidden} disabled={!clocked} onChange={(event) => setUndatedHidden(!event.currentTarget.checked)} />
      <span>
        {t("time.undated")}
        {clocked ? (
          <b>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </b>
        ) : (
          <small>{t("time.undatedCounts", { held: formatCount(held), said: formatCount(said) })}</small>
        )}
      </span>
    </label>
  );
});

interface ClockProps {
  name: string;
  clock: "heldAt" | "saidBy";
  first: number;
  bars: Timeline["held"];
  side: "above" | "below";
  onChange(at: string | null): void;
}

/** A thumb on the years; right of the last year stands “whenever”. */
const Clock = memo(function Clock({ name, clock, first, bars, side, onChange }: ClockProps) {
  const { t } = useTranslation();
  const at = useExploration((it) => it.clocks[clock]);
  const open = bars.length;
  const place = at === null ? open : Math.min(open, Math.max(0, Number(at.slice(0, 4)) - first));
  const words = place >= open ? t(`time.${side}.any`) : t(`time.${side}.until`, { year: first + place });
  const id = useId();
  return (
    <div className={styles.clock} data-side={side} style={{ "--columns": open + 1, "--until": place + 1 } as CSSProperties}>
      <div className={styles.label}>
        <label htmlFor={id}>{name}</label>
        <span aria-hidden="true">{words}</span>
      </div>
      <Bars first={first} bars={bars} />
      <Range
        id={id}
        value={place}
        min={0}
        max={open}
        valueText={words}
        onChange={(next) => onChange(next >= open ? null : String(first + next))}
      />
    </div>
  );
});

/** How many statements each year has; the years after the thumb step back. */
const Bars = memo(function Bars({ first, bars }: { first: number; bars: Timeline["held"] }) {
  const most = Math.max(1, ...bars);
  return (
    <div className={styles.bars} aria-hidden="true">
      {[...bars].map((count, index) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its year
          key={index}
          style={{ height: count === 0 ? 0 : `${Math.max(8, 100 * Math.sqrt(count / most))}%` }}
          title={`${first + index} · ${formatCount(count)}`}
        />
      ))}
    </div>
  );
});

/** First, last and a few round years between. */
const Years = memo(function Years({ first, count }: { first: number; count: number }) {
  const last = first + count - 1;
  const step = count > 24 ? 10 : count > 10 ? 5 : count > 5 ? 2 : 1;
  const years = Array.from({ length: count }, (_, index) => first + index);
  const told = years.filter(
    (year) => year === first || year === last || (year % step === 0 && year - first >= step / 2 && last - year >= step / 2),
  );
  return (
    <div className={styles.years} aria-hidden="true">
      {told.map((year) => (
        <span key={year} style={{ left: `${(100 * (year - first + 0.5)) / (count + 1)}%` }}>
          {year}
        </span>
      ))}
    </div>
  );
});
