import { useMemo } from "react";
import { formatFigure, formatPeriod } from "#client/format/figure.ts";
import { measureLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { ModalityBadge } from "#client/ui/marks.tsx";
import type { EntityAnswer, MetricAnswer } from "#graph/model/api-answers.ts";
import { alignMetrics, type MetricRow } from "./aligned-metrics.ts";
import styles from "./compare.module.css";
import { CompareTable } from "./compare-table.tsx";

/** Figures side by side only where period, modality, unit and scope are the same; else it says what differs. */
export function Figures({ one, other }: { one: EntityAnswer; other: EntityAnswer }) {
  const { t } = useTranslation();
  const rows = useMemo(() => alignMetrics(one.metrics, other.metrics), [one, other]);
  const comparable = rows.filter((row) => row.one.length > 0 && row.other.length > 0).length;
  if (rows.length === 0) {
    return (
      <section className={styles.section} aria-label={t("compare.figures")}>
        <h2>{t("compare.figures")}</h2>
        <p className={styles.note}>{t("compare.noFigures")}</p>
      </section>
    );
  }
  return (
    <CompareTable
      title={t("compare.figures")}
      hint={t("compare.figuresHint", { count: comparable, total: rows.length })}
      sides={[one.entity, other.entity]}
      rows={rows.map((row) => ({
        key: row.key,
        head: <Measure row={row} />,
        one: <Cell figures={row.one} row={row} />,
        other: <Cell figures={row.other} row={row} />,
      }))}
    />
  );
}

function Measure({ row: { measure } }: { row: MetricRow }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const scope = [
    measure.productRef && nameOf(measure.productRef, language),
    measure.basis,
    measure.regionRef && nameOf(measure.regionRef, language),
    measure.denominatorRef && `${t("metric.denominator")} ${nameOf(measure.denominatorRef, language)}`,
    measure.planRef && nameOf(measure.planRef, language),
  ].filter(Boolean);
  return (
    <span className={styles.measure}>
      {measureLabel(measure.name, language)}
      <small>
        {formatPeriod(measure.period) || t("compare.noPeriod")} <ModalityBadge modality={measure.modality} /> {scope.join(" · ")}
      </small>
    </span>
  );
}

function Cell({ figures, row }: { figures: readonly MetricAnswer[]; row: MetricRow }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  if (figures.length === 0) {
    if (row.unlike.length === 0) return <em className={styles.unknown}>{t("compare.noFigure")}</em>;
    const differs = row.unlike.map((name) => t(`compare.differs.${name}`)).join(language === "zh" ? "、" : ", ");
    return <span className={styles.none}>{t("compare.unlike", { differs })}</span>;
  }
  const ordered = figures.toSorted((a, b) => Number(b.rank === "preferred") - Number(a.rank === "preferred"));
  return (
    <>
      {ordered.map((figure, at) => (
        <span key={figure.id} className={at > 0 ? styles.rival : styles.figure} title={figure.raw}>
          {formatFigure(figure, language)}
          {figures.length > 1 && at === 0 && (
            <small className={styles.conflict}>! {t("metric.conflict", { count: figures.length - 1 })}</small>
          )}
        </span>
      ))}
    </>
  );
}
