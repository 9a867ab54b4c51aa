import { useState } from "react";
import { useDocuments, useHealth, useQuestions, useStart, useVocabulary } from "#client/api/queries.ts";
import { isUnreachable } from "#client/api/request.ts";
import { formatCount, formatFigure, formatPeriod } from "#client/format/figure.ts";
import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { useActions, usePreferences } from "#client/state/context.tsx";
import { go, hrefOf } from "#client/state/screen.ts";
import { openInWorkbench } from "#client/state/workbench.ts";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { Skeleton } from "#client/ui/marks.tsx";
import type { StartAnswer } from "#graph/model/api-answers.ts";
import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { SearchBox } from "../search/search-box.tsx";
import cards from "./cards.module.css";
import styles from "./start.module.css";

/** What the graph holds, has read and does not know; where to begin. */
export function Start() {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const start = useStart();
  const { data: health, error: unanswered } = useHealth();
  const { data: vocabulary } = useVocabulary();
  const statusCount = (name: string) => formatCount(vocabulary?.statuses.find((one) => one.status === name)?.count ?? 0);
  const region = start.data?.region;
  // Where nobody answers, every part would say the same: it is said once, above all of them.
  const nobody = isUnreachable(unanswered) && start.data === undefined;
  return (
    <main className={styles.start}>
      <div className={styles.hero}>
        <h1>{region ? t("start.title", { region: nameOf(region, language) }) : t("start.titlePlain")}</h1>
        {health && vocabulary ? (
          <p className={styles.counts}>
            {t("start.counts", {
              entities: formatCount(health.counts.entities),
              statements: formatCount(health.counts.statements),
              stated: statusCount("stated"),
              inferred: statusCount("inferred"),
              reference: statusCount("reference"),
              metrics: formatCount(health.counts.metrics),
              documents: formatCount(health.counts.documents),
            })}
          </p>
        ) : (
          <p className={styles.counts}>&nbsp;</p>
        )}
        <SearchBox large className={styles.search} />
        {!nobody && (
          <>
            <KindBar />
            {start.error === null ? (
              <Chains start={start.data} />
            ) : (
              <section className={styles.section}>
                <PanelFailure error={start.error} retry={() => void start.refetch()} />
              </section>
            )}
            <Questions />
            <Documents />
          </>
        )}
      </div>
    </main>
  );
}

function KindBar() {
  const language = usePreferences((it) => it.language);
  const { data } = useVocabulary();
  const counted = entityKinds
    .map((kind) => ({ kind, count: data?.kinds.find((one) => one.kind === kind)?.count ?? 0 }))
    .filter(({ count }) => count > 0);
  const sum = counted.reduce((total, { count }) => total + count, 0);
  return (
    <div className={styles.kinds}>
      <div className={styles.kindBar} aria-hidden="true">
        {counted.map(({ kind, count }) => (
          <span key={kind} style={{ flexGrow: count, background: `var(--k-${kind})` }} title={`${kinds[kind][language]} ${count}`}>
            {count / sum > 0.03 ? kinds[kind].glyph[language] : ""}
          </span>
        ))}
      </div>
      <ul className={styles.kindNames}>
        {counted.map(({ kind, count }) => (
          <li key={kind}>
            <KindGlyph kind={kind} />
            {kinds[kind][language]} <b>{formatCount(count)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

const listedChains = 6;

function Chains({ start }: { start: StartAnswer | undefined }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const [all, setAll] = useState(false);
  const years = [...new Set(start?.chains.map((chain) => chain.revenueShare?.period).filter(Boolean))];
  return (
    <section className={styles.section} aria-labelledby="start-chains">
      <header>
        <h2 id="start-chains">{t("start.chains")}</h2>
        {start !== undefined && (
          <small className={styles.hint}>
            {years.length === 1 ? t("start.chainsHint", { year: formatPeriod(years[0]) }) : t("start.chainsHintYears")}
          </small>
        )}
        {start !== undefined && start.chains.length > listedChains && <More all={all} count={start.chains.length} onChange={setAll} />}
      </header>
      {start === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <ul className={cards.cards}>
          {start.chains.slice(0, all ? undefined : listedChains).map((chain) => (
            <li key={chain.id}>
              <button
                type="button"
                className={cards.card}
                onClick={() => {
                  go({ at: "explore", entity: null });
                  void actions.open(chain.id);
                }}
              >
                <span className={cards.cardTitle}>
                  <KindGlyph kind={chain.kind} size={20} />
                  <span title={nameOf(chain, language)}>{nameOf(chain, language)}</span>
                </span>
                <ChainFacts chain={chain} />
                {chain.revenueShare === null ? (
                  <span className={`${cards.share} ${cards.shareUnknown}`} />
                ) : (
                  <span
                    className={cards.share}
                    title={`${formatFigure(chain.revenueShare, language)} ${formatPeriod(chain.revenueShare.period)}`}
                  >
                    <i style={{ width: `${Math.min(100, chain.revenueShare.value)}%` }} />
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ChainFacts({ chain }: { chain: StartAnswer["chains"][number] }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const leader = chain.leaders[0];
  const companies =
    chain.companies === 0
      ? null
      : chain.stated === 0
        ? t("start.companiesInferred", { count: chain.companies })
        : t("start.companies", { count: chain.companies });
  return (
    <span className={cards.facts}>
      {chain.revenue === null && chain.revenueShare === null ? (
        <em className={cards.unknown}>{t("start.revenueUnknown")}</em>
      ) : (
        <>
          {t("start.industryBasis")}{" "}
          {[chain.revenue && formatFigure(chain.revenue, language), chain.revenueShare && formatFigure(chain.revenueShare, language)]
            .filter(Boolean)
            .join(" · ")}
        </>
      )}
      {" · "}
      {companies ?? <em className={cards.unknown}>{t("start.companiesUnknown")}</em>}
      {leader && ` · ${t(leader.status === "stated" ? "start.leader" : "start.leaderInferred", { name: nameOf(leader, language) })}`}
    </span>
  );
}

/** The rest of a list that is too long for a first look. */
function More({ all, count, onChange }: { all: boolean; count: number; onChange(all: boolean): void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.more} aria-expanded={all} onClick={() => onChange(!all)}>
      {all ? t("start.fewer") : t("start.all", { count })}
    </button>
  );
}

const listedQuestions = 6;

function Questions() {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const language = usePreferences((it) => it.language);
  const { data, error, refetch } = useQuestions();
  return (
    <section className={styles.section} aria-labelledby="start-questions">
      <header>
        <h2 id="start-questions">{t("start.questions")}</h2>
        <small className={styles.hint}>{t("start.questionsHint")}</small>
        {data !== undefined && data.questions.length > listedQuestions && (
          <More all={all} count={data.questions.length} onChange={setAll} />
        )}
      </header>
      {data === undefined ? (
        <Missing error={error} retry={refetch} />
      ) : (
        <ul className={styles.lines}>
          {data.questions.slice(0, all ? undefined : listedQuestions).map((question) => (
            <li key={question.id}>
              <button
                type="button"
                onClick={() => {
                  go({ at: "explore", entity: null });
                  openInWorkbench(question, { run: true });
                }}
              >
                <Icon name="play" />
                <span>{question.title[language]}</span>
                <small>{question.rows === null ? t("start.rowsUnknown") : t("start.rows", { count: question.rows })}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** In place of a list: it is on its way, or did not come. */
const Missing = ({ error, retry }: { error: unknown; retry(): Promise<unknown> }) =>
  error === null ? <Skeleton lines={3} /> : <PanelFailure error={error} retry={() => void retry()} />;

const listedDocuments = 8;

function Documents() {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { data, error, refetch } = useDocuments();
  const own = data?.documents.toSorted((a, b) => total(b.statements) - total(a.statements)) ?? [];
  const most = Math.max(1, ...own.map(({ statements }) => total(statements)));
  return (
    <section className={styles.section} aria-labelledby="start-documents">
      <header>
        <h2 id="start-documents">{t("start.documents")}</h2>
        {data !== undefined && <small className={styles.hint}>{t("start.documentsHint", { count: own.length })}</small>}
        {own.length > listedDocuments && (
          <a className={styles.sectionLink} href={hrefOf({ at: "documents", document: null })}>
            {t("start.allDocuments")}
          </a>
        )}
      </header>
      {data === undefined ? (
        <Missing error={error} retry={refetch} />
      ) : (
        <ul className={styles.documents}>
          {own.slice(0, listedDocuments).map((document) => (
            <li key={document.id}>
              <a href={hrefOf({ at: "documents", document: document.id })}>
                <Icon name="document" />
                <span>{language === "en" ? (document.titleEn ?? document.title) : document.title}</span>
                <small>{document.published ?? t("documents.undated")}</small>
                <i className={styles.documentBar}>
                  <b style={{ width: `${(100 * document.statements.stated) / most}%` }} />
                  <b
                    className={styles.inferred}
                    style={{ width: `${(100 * (total(document.statements) - document.statements.stated)) / most}%` }}
                  />
                </i>
                <small className={styles.documentCount}>{formatCount(total(document.statements))}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const total = (counts: { stated: number; inferred: number; reference: number }): number =>
  counts.stated + counts.inferred + counts.reference;
