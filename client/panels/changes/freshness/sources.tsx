import { useTranslation } from "#client/i18n/use-translation.ts";
import type { FreshnessAnswer } from "#graph/model/freshness.ts";
import styles from "./freshness.module.css";

/** When each source last spoke, and of how much. */
export function Sources({ sources }: { sources: FreshnessAnswer["sources"] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.sources}>
      {sources.map((source) => (
        <li key={source.publisher}>
          <b>{source.publisher}</b>
          <span>{source.last ?? t("fresh.ageUnknown")}</span>
          <small>
            {[
              t("fresh.claims", { count: source.claims }),
              source.months === null ? "" : t("fresh.months", { count: Math.round(source.months) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </li>
      ))}
    </ul>
  );
}
