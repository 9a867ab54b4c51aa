import { Fragment, useState } from "react";
import { formatFigure, formatPeriod } from "#client/format/figure.ts";
import { measureLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { compare } from "#client/state/comparison.ts";
import { usePreferences } from "#client/state/context.tsx";
import { ModalityBadge } from "#client/ui/marks.tsx";
import { byPreference } from "#graph/analysis/preference.ts";
import { rivalFigures } from "#graph/analysis/rivals.ts";
import type { MetricAnswer } from "#graph/model/api-answers.ts";
import evidence from "./evidence.module.css";
import { EvidenceList } from "./evidence.tsx";
import styles from "./metric-table.module.css";
import view from "./view.module.css";

/** Figures with operator, unit, period and modality; a click shows what they rest on. */
export function MetricTable({ metrics, all = metrics }: { metrics: readonly MetricAnswer[]; all?: readonly MetricAnswer[] }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t("metric.name")}</th>
          <th>{t("metric.period")}</th>
          <th className={styles.figureHead}>{t("metric.value")}</th>
          <th>{t("metric.modality")}</th>
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric) => (
          <Fragment key={metric.id}>
            <tr>
              <td>
                <button
                  type="button"
                  className={view.metricName}
                  aria-expanded={open === metric.id}
                  onClick={() => setOpen(open === metric.id ? null : metric.id)}
                >
                  {measureLabel(metric.name, language)}
                </button>
                {(metric.basis !== undefined || metric.productRef !== null) && (
                  <span className={styles.metricNote}>
                    {[metric.productRef && nameOf(metric.productRef, language), metric.basis].filter(Boolean).join(" · ")}
                  </span>
                )}
                <Contested metric={metric} all={all} />
              </td>
              <td className={styles.period}>{formatPeriod(metric.period)}</td>
              <td className={`${styles.figure} ${metric.validTo === undefined ? "" : styles.over}`} title={metric.raw}>
                {formatFigure(metric, language)}
              </td>
              <td>
                <ModalityBadge modality={metric.modality} />
              </td>
            </tr>
            {open === metric.id && (
              <tr>
                <td className={styles.open} colSpan={4}>
                  <MetricDetails metric={metric} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** That other figures are given, of which one is preferred; a click lays them side by side. */
function Contested({ metric, all }: { metric: MetricAnswer; all: readonly MetricAnswer[] }) {
  const { t } = useTranslation();
  const rivals = rivalFigures(metric, all);
  if (rivals.length === 0) return null;
  return (
    <button
      type="button"
      className={styles.conflict}
      onClick={() => compare({ of: "metrics", claims: [metric, ...rivals].sort(byPreference) })}
    >
      ! {t("metric.conflict", { count: rivals.length })}
    </button>
  );
}

function MetricDetails({ metric }: { metric: MetricAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const pairs = [
    [t("metric.raw"), metric.raw],
    [t("metric.region"), metric.regionRef && nameOf(metric.regionRef, language)],
    [t("metric.denominator"), metric.denominatorRef && nameOf(metric.denominatorRef, language)],
    [t("metric.plan"), metric.planRef && nameOf(metric.planRef, language)],
  ].filter((pair): pair is [string, string] => Boolean(pair[1]));
  return (
    <div className={evidence.evidence}>
      {pairs.length > 0 && (
        <dl className={view.pairs}>
          {pairs.map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      <EvidenceList evidence={metric.evidence} title={measureLabel(metric.name, language)} />
    </div>
  );
}
