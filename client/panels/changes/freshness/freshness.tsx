import { useEffect, useState } from "react";
import { useFreshness } from "#client/api/change-queries.ts";
import { formatCount, formatPeriod } from "#client/format/figure.ts";
import { attributeLabel, measureLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useDocumentTitles } from "#client/panels/documents/titles.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { hrefOf } from "#client/state/screen.ts";
import { report } from "#client/state/tasks.ts";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { Skeleton } from "#client/ui/marks.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import { type FreshnessAnswer, staleReasons } from "#graph/model/freshness.ts";
import styles from "./freshness.module.css";
import { Sources } from "./sources.tsx";

type Item = FreshnessAnswer["items"][number];
type Reason = (typeof staleReasons)[number] | "all";

const page = 200;

/** What may no longer hold, the worst first, and where to look for news of it. */
export default function Freshness() {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(page);
  const [reason, setReason] = useState<Reason>("all");
  const { data, error, refetch } = useFreshness(limit);
  const store = useAtlasStore();
  useEffect(() => {
    if (data !== undefined) report(store, { name: "freshness", cypher: data.cypher, rows: data.items.length, unit: "rows", elapsedMs: 0 });
  }, [data, store]);
  const items = data?.items.filter((item) => reason === "all" || item.reason === reason) ?? [];
  const reasons = staleReasons.filter((one) => data?.items.some((item) => item.reason === one));
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1>{t("fresh.title")}</h1>
        {data !== undefined && <p>{t("fresh.hint", { asOf: data.asOf })}</p>}
        {reasons.length > 1 && (
          <Segmented<Reason>
            label={t("fresh.reason")}
            value={reason}
            onChange={setReason}
            options={[
              { value: "all" as const, text: t("fresh.reason.all") },
              ...reasons.map((value) => ({
                value,
                text: t(`fresh.reason.${value}`),
                count: formatCount(data?.items.filter((item) => item.reason === value).length ?? 0),
              })),
            ]}
          />
        )}
      </header>
      <section className={styles.list} aria-label={t("fresh.list")}>
        {error !== null && <PanelFailure error={error} retry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton lines={6} />}
        {data !== undefined && data.items.length === 0 && <p className={styles.meta}>{t("fresh.none")}</p>}
        {items.length > 0 && (
          <table>
            <thead>
              <tr>
                {(["subject", "about", "reason", "period", "said", "age", "look"] as const).map((name) => (
                  <th key={name}>{t(`fresh.${name}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Row
                  key={`${item.reason} ${item.subject.id} ${item.about ?? ""} ${item.claim ?? ""} ${item.source?.document ?? ""}`}
                  item={item}
                />
              ))}
            </tbody>
          </table>
        )}
        {data !== undefined && data.total > data.items.length && (
          <p className={styles.more}>
            {t("fresh.shown", { shown: formatCount(data.items.length), all: formatCount(data.total) })}{" "}
            <Button look="link" onClick={() => setLimit(limit + page)}>
              {t("fresh.more")}
            </Button>
          </p>
        )}
      </section>
      {data !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list is scrolled from the keyboard too
        <aside className={styles.aside} aria-label={t("fresh.sources")} tabIndex={0}>
          <h2>
            {t("fresh.sources")}
            <small>{formatCount(data.sources.length)}</small>
          </h2>
          <Sources sources={data.sources} />
        </aside>
      )}
    </main>
  );
}

function Row({ item }: { item: Item }) {
  const { t } = useTranslation();
  const titles = useDocumentTitles();
  const language = usePreferences((it) => it.language);
  const about =
    item.about === null
      ? ""
      : item.reason === "state_old"
        ? attributeLabel(item.subject.kind, item.about, "", language).name
        : measureLabel(item.about, language);
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ at: "explore", entity: item.subject.id })}>
          <KindGlyph kind={item.subject.kind} />
          {nameOf(item.subject, language)}
        </a>
        <small>{item[language]}</small>
      </th>
      <td>{about}</td>
      <td className={styles.whole}>{t(`fresh.reason.${item.reason}`)}</td>
      <td>{formatPeriod(item.period)}</td>
      <td className={styles.whole}>{item.assertedAt ?? <span className={styles.unknown}>{t("fresh.ageUnknown")}</span>}</td>
      <td>
        <span className={styles.age} style={{ "--v": `${Math.round(item.severity * 100)}%` } as React.CSSProperties}>
          <i />
          {item.months === null ? "?" : t("fresh.months", { count: Math.round(item.months) })}
        </span>
      </td>
      <td>
        {item.source === null ? (
          <span className={styles.meta}>{t("fresh.noSource")}</span>
        ) : (
          <>
            <a href={hrefOf({ at: "documents", document: item.source.document })}>
              {titles.get(item.source.document) ?? item.source.title}
            </a>
            {item.source.url !== null && (
              <a href={item.source.url} target="_blank" rel="noreferrer noopener">
                {item.source.publisher ?? t("evidence.source")} ↗
              </a>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
