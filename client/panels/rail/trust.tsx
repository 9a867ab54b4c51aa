import { memo, useMemo, useState } from "react";
import { useDocuments } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlasLater, useExploration, useExplorationLater, usePreferences } from "#client/state/context.tsx";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import { type OnCanvas, statementsByDocument } from "#client/state/timeline.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import { reliabilities } from "#graph/vocabulary/marks.ts";
import styles from "./trust.module.css";

const few = 5;

/** Whose word counts: how reliable the best source must be, and of which documents. */
export function Trust() {
  const graph = useAtlasLater((state) => state.graph);
  const shown = useExplorationLater((it) => it.shown);
  const leftOut = useExplorationLater((it) => it.leftOut);
  return <Sources graph={graph} shown={shown} leftOut={leftOut} />;
}

const Sources = memo(function Sources({ graph, shown, leftOut }: { graph: LoadedGraph } & OnCanvas) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const trust = useExploration((it) => it.trust);
  const { data } = useDocuments();
  const counts = useMemo(() => statementsByDocument(graph, { shown, leftOut }), [graph, shown, leftOut]);
  const [all, setAll] = useState(false);
  const [wanted, setWanted] = useState("");
  const documents = useMemo(
    () => (data?.documents ?? []).toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1)),
    [data, counts],
  );
  const matching = documents.filter(({ title, titleEn = "" }) => `${title} ${titleEn}`.toLowerCase().includes(wanted.trim().toLowerCase()));
  const chosen = documents.filter(({ id }) => trust.documents?.has(id));
  // What is chosen stays in sight, also where it says little.
  const listed = all ? matching : [...new Set([...documents.slice(0, few), ...(chosen.length <= few ? chosen : [])])];
  return (
    <section className={styles.trust} aria-label={t("trust.title")}>
      <SectionHead
        side={
          documents.length > few && (
            <button type="button" className={styles.toggle} aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t("rail.fewer") : t("trust.allDocuments", { count: documents.length })}
              <Icon name={all ? "down" : "chevron"} size={10} />
            </button>
          )
        }
      >
        {t("trust.title")}
      </SectionHead>
      <Segmented
        label={t("trust.reliability")}
        value={trust.reliability ?? "any"}
        onChange={(value) => actions.setReliability(value === "any" ? null : value)}
        options={[
          { value: "any", text: t("trust.any"), name: t("trust.anyName") },
          { value: "medium", text: t("trust.medium"), name: t("trust.mediumName") },
          { value: "high", text: t("trust.high"), name: t("trust.highName") },
        ]}
      />
      {all && (
        <input
          className={styles.find}
          type="search"
          value={wanted}
          placeholder={t("trust.find")}
          aria-label={t("trust.find")}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul className={styles.documents} data-all={all}>
        {listed.map(({ id, title, titleEn, published, reliability }) => {
          const name = language === "en" ? (titleEn ?? title) : title;
          const on = trust.documents === null || trust.documents.has(id);
          const count = counts.get(id) ?? 0;
          return (
            <li key={id}>
              <label
                className={count === 0 ? styles.silent : undefined}
                title={[name, published, t("evidence.reliability", { value: reliabilities[reliability][language] })]
                  .filter(Boolean)
                  .join(" · ")}
              >
                <input type="checkbox" checked={on} onChange={() => actions.toggleDocument(id)} />
                <span>{name}</span>
                <small>{formatCount(count)}</small>
              </label>
              <Button look="link" aria-label={t("trust.onlyName", { name })} onClick={() => actions.soloDocument(id)}>
                {t("trust.only")}
              </Button>
            </li>
          );
        })}
        {listed.length === 0 && data !== undefined && <li className={styles.none}>{t("trust.noneFound")}</li>}
      </ul>
      {trust.documents !== null && (
        <p className={styles.chosen}>
          {t("trust.chosen", { count: trust.documents.size, all: documents.length })}
          <Button look="link" onClick={() => actions.trustDocuments(null)}>
            {t("trust.everyDocument")}
          </Button>
        </p>
      )}
    </section>
  );
});
