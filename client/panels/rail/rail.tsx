import { useMemo, useState } from "react";
import { useVocabulary } from "#client/api/queries.ts";
import { formatConfidence, formatShort } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useExploration, usePreferences } from "#client/state/context.tsx";
import type { StatusFilter } from "#client/state/exploration.ts";
import { statusOrder } from "#client/state/loaded-graph.ts";
import { activeFilters } from "#client/state/visible.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import { Range } from "#client/ui/range.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import { statuses } from "#graph/vocabulary/marks.ts";
import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { SearchBox } from "../search/search-box.tsx";
import { KindLegend } from "./kind-legend.tsx";
import styles from "./rail.module.css";
import { SeenCount, useSeen } from "./seen-count.tsx";
import { Time } from "./time.tsx";
import { Trust } from "./trust.tsx";

/** Search, and the filters: the legend is one of them. */
export function Rail() {
  const { t } = useTranslation();
  return (
    <aside className={styles.rail} aria-label={t("rail.region")}>
      <div className={styles.search}>
        <SearchBox />
        <p className={styles.hint}>
          {t("rail.try")} <code>gfly</code> <code>002460</code> <code>Ganfeng</code>
        </p>
      </div>
      <div className={styles.scroll}>
        <Filters />
      </div>
    </aside>
  );
}

/** The filters alone: the rail shows them, narrow windows in a sheet. */
export function Filters() {
  return (
    <>
      <KindLegend />
      <RelationTypes />
      <StatusAndConfidence />
      <Time />
      <Trust />
      <Reset />
    </>
  );
}

function Reset() {
  const { t } = useTranslation();
  const actions = useActions();
  const on = useExploration((it) => activeFilters(it).length);
  if (on === 0) return null;
  return (
    <div className={styles.reset}>
      <Button small onClick={actions.clearFilters}>
        {t("rail.reset", { count: on })}
      </Button>
    </div>
  );
}

const fewTypes = 7;

function RelationTypes() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const hidden = useExploration((it) => it.hiddenTypes);
  const { data } = useVocabulary();
  const [all, setAll] = useState(false);
  const seen = useSeen();
  const counts = useMemo(() => new Map(data?.relations.map(({ type, count }) => [type, count])), [data]);
  const ordered = useMemo(() => [...relationTypes].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)), [counts]);
  const most = Math.max(1, counts.get(ordered[0] ?? "") ?? 1);
  const present = ordered.filter((type) => (counts.get(type) ?? 0) > 0);
  const listed = all ? (present.length > 0 ? present : ordered) : ordered.slice(0, fewTypes);
  return (
    <section className={styles.section} aria-label={t("rail.relations")}>
      <SectionHead
        side={
          <button type="button" className={styles.toggle} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("rail.fewer") : t("rail.allTypes", { count: present.length || relationTypes.length })}
            <Icon name={all ? "down" : "chevron"} size={10} />
          </button>
        }
      >
        {t("rail.relations")}
      </SectionHead>
      <ul>
        {listed.map((type) => {
          const count = counts.get(type);
          return (
            <li key={type}>
              <label className={styles.relation}>
                <input type="checkbox" checked={!hidden.has(type)} onChange={() => actions.toggleType(type)} />
                <span className={styles.name}>{relations[type][language]}</span>
                <i className={styles.amount}>
                  <b style={{ width: `${(100 * (count ?? 0)) / most}%` }} />
                </i>
                <span className={styles.count}>
                  <SeenCount inRows seen={seen?.byType[relationTypes.indexOf(type)] ?? null} inStore={count} />
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {all && (
        <div className={styles.both}>
          <Button small look="quiet" onClick={() => actions.setAllTypes(true)}>
            {t("rail.allOn")}
          </Button>
          <Button small look="quiet" onClick={() => actions.setAllTypes(false)}>
            {t("rail.allOff")}
          </Button>
        </div>
      )}
    </section>
  );
}

function StatusAndConfidence() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const status = useExploration((it) => it.status);
  const { data } = useVocabulary();
  const countOf = (name: string) => data?.statuses.find((one) => one.status === name)?.count;
  const all = data?.statuses.reduce((sum, one) => sum + one.count, 0);
  const seen = useSeen();
  const shortCount = (count: number | undefined): string => (count === undefined ? "–" : formatShort(count, language));
  const bothOf = (value: StatusFilter, inStore: number | undefined): string => {
    if (seen === null) return shortCount(inStore);
    const { byStatus } = seen;
    const count = value === "all" ? byStatus.reduce((sum, one) => sum + one, 0) : (byStatus[statusOrder.indexOf(value)] ?? 0);
    return `${shortCount(count)}/${shortCount(inStore)}`;
  };
  const options: { value: StatusFilter; text: string; count: string }[] = [
    { value: "all", text: t("rail.all"), count: bothOf("all", all) },
    ...(["stated", "inferred", "reference"] as const).map((value) => ({
      value,
      text: language === "zh" ? statuses[value].zh : t(`rail.status.${value}`),
      count: bothOf(value, countOf(value)),
    })),
  ];
  return (
    <section className={styles.section} aria-label={t("rail.status")}>
      <SectionHead>{t("rail.status")}</SectionHead>
      <div className={styles.status}>
        <Segmented label={t("rail.status")} value={status} onChange={actions.setStatus} options={options} />
      </div>
      <Confidence />
    </section>
  );
}

/** By itself: while the thumb moves nothing around it renders. */
function Confidence() {
  const { t } = useTranslation();
  const actions = useActions();
  const minConfidence = useExploration((it) => it.minConfidence);
  return (
    <label className={styles.slider}>
      <span className={styles.sliderLabel}>{t("rail.minConfidence")}</span>
      <Range
        className={styles.confidence}
        value={minConfidence}
        min={0}
        max={1}
        step={0.05}
        valueText={formatConfidence(minConfidence)}
        onChange={actions.setMinConfidence}
      />
      <span className={styles.sliderValue} aria-hidden="true">
        {formatConfidence(minConfidence)}
      </span>
    </label>
  );
}

/** Entities of each kind in the store; none while they are not known. */
export function useKindCounts(): ReadonlyMap<string, number> {
  const { data } = useVocabulary();
  return useMemo(() => new Map(data?.kinds.map(({ kind, count }) => [kind, count])), [data]);
}
