import { useEffect, useMemo } from "react";
import { useDocument, useDocuments } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { usePreferences } from "#client/state/context.tsx";
import { startEdit } from "#client/state/hand-edits.ts";
import { hrefOf } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { Pill, SectionHead, Skeleton } from "#client/ui/marks.tsx";
import type { DocumentAnswer, DocumentsAnswer } from "#graph/model/api-answers.ts";
import { documentForms, reliabilities } from "#graph/vocabulary/marks.ts";
import { useTold } from "../strip/use-told.ts";
import styles from "./documents.module.css";
import { SpanFigure } from "./span-figure.tsx";
import { SpanStatement } from "./span-statement.tsx";

type Summary = DocumentsAnswer["documents"][number];

/** What the graph has read: each source, how far it can be trusted, and what it says. */
export function Documents({ id }: { id: string | null }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useDocuments();
  const language = usePreferences((it) => it.language);
  // What says most comes first; the newest of equals.
  const documents = data?.documents.toSorted((a, b) => statementsOf(b) - statementsOf(a));
  const shown = id ?? documents?.[0]?.id ?? null;
  return (
    <main className={styles.screen} data-open={id !== null}>
      <nav className={styles.list} aria-label={t("documents.list")}>
        <SectionHead side={data && formatCount(data.documents.length)}>{t("documents.list")}</SectionHead>
        {error !== null && <PanelFailure error={error} retry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton lines={6} />}
        <ul>
          {documents?.map((document) => (
            <li key={document.id}>
              <a href={hrefOf({ at: "documents", document: document.id })} aria-current={document.id === shown ? "page" : undefined}>
                <b>{titleOf(document, language)}</b>
                <small>
                  {[
                    document.published ?? t("documents.undated"),
                    documentForms[document.form][language],
                    t("documents.statements", { count: statementsOf(document) }),
                  ].join(" · ")}
                </small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown !== null && <Reader key={shown} id={shown} />}
    </main>
  );
}

const titleOf = (document: Summary, language: "zh" | "en"): string =>
  language === "en" ? (document.titleEn ?? document.title) : document.title;
const statementsOf = ({ statements }: Summary): number => statements.stated + statements.inferred + statements.reference;

function Reader({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { data, error, refetch } = useDocument(id);
  useTold("documents", data, data?.spans.length ?? 0);
  useEffect(() => {
    document.querySelector("[data-reader]")?.scrollTo(0, 0);
  }, []);
  if (error !== null) return <PanelFailure error={error} retry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <article className={styles.reader}>
        <Skeleton lines={6} />
      </article>
    );
  }
  const { document: summary } = data;
  return (
    <article className={styles.reader} data-reader>
      <header className={styles.head}>
        <a className={styles.back} href={hrefOf({ at: "documents", document: null })}>
          {t("documents.back")}
        </a>
        <h1>{titleOf(summary, language)}</h1>
        <p>
          {[summary.publisher, summary.published, summary.publishedBasis].filter(Boolean).join(" · ")}
          {summary.url !== undefined && (
            <>
              {" · "}
              <a href={summary.url} target="_blank" rel="noreferrer noopener">
                {t("evidence.source")} ↗
              </a>
            </>
          )}
        </p>
        <div className={styles.pills}>
          <Pill>{documentForms[summary.form][language]}</Pill>
          <Pill>{t("evidence.reliability", { value: reliabilities[summary.reliability][language] })}</Pill>
          <Pill>{t("documents.counts", { ...summary.statements, metrics: summary.metrics })}</Pill>
          <Button
            small
            onClick={() => startEdit({ form: "withdraw-document", document: { id: summary.id, title: titleOf(summary, language) } })}
          >
            {t("edit.withdraw")}
          </Button>
          {summary.sha256 !== undefined && (
            <Pill outlined mono>
              {summary.sha256.slice(0, 12)}
            </Pill>
          )}
        </div>
        {summary.hashMismatch && <p className={styles.warning}>{t("documents.mismatch")}</p>}
        {!summary.textAvailable && summary.form !== "table" && summary.form !== "reference" && (
          <p className={styles.notice}>{t("evidence.noText")}</p>
        )}
      </header>
      {data.paragraphs.length > 0 ? <Paragraphs data={data} /> : <Spans data={data} />}
    </article>
  );
}

/** Paragraph by paragraph, with what each one supports; the words are marked where the text is at hand. */
function Paragraphs({ data }: { data: DocumentAnswer }) {
  const { t } = useTranslation();
  const byParagraph = useMemo(
    () =>
      data.paragraphs.map((paragraph) => ({
        paragraph,
        spans: data.spans.filter((span) => span.start !== null && span.start >= paragraph.start && span.start < paragraph.end),
      })),
    [data],
  );
  return (
    <ol className={styles.paragraphs}>
      {byParagraph.map(({ paragraph, spans }, at) => (
        <li key={paragraph.id} id={paragraph.id}>
          <span className={styles.number}>¶{at + 1}</span>
          <div>
            {paragraph.text === null ? (
              <p className={styles.absent}>
                {t(`documents.kind.${paragraph.kind}`)} [{paragraph.start}, {paragraph.end})
                {paragraph.damage !== undefined && ` · ${paragraph.damage}`}
              </p>
            ) : (
              <p className={paragraph.kind === "headline" ? styles.headline : styles.text}>
                <Marked text={paragraph.text} offset={paragraph.start} spans={spans} />
              </p>
            )}
            {spans.length > 0 && (
              <ul className={styles.spans}>
                <Claims spans={spans} />
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Each claim once, however many stretches support it. */
function Claims({ spans }: { spans: DocumentAnswer["spans"] }) {
  const claims = new Map(spans.map((span) => [span.statement, span.figure]));
  return [...claims].map(([id, figure]) =>
    figure === null ? <SpanStatement key={id} id={id} /> : <SpanFigure key={id} figure={figure} />,
  );
}

/** The text with every supported stretch marked once, however many statements rest on it. */
function Marked({ text, offset, spans }: { text: string; offset: number; spans: DocumentAnswer["spans"] }) {
  const cuts = unique([
    "0",
    String(text.length),
    ...spans.flatMap((span) => [String((span.start ?? 0) - offset), String(Math.min(text.length, (span.end ?? 0) - offset))]),
  ])
    .map(Number)
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const piece = text.slice(from, cuts[at + 1]);
    const covered = spans.some((span) => (span.start ?? 0) - offset <= from && (span.end ?? 0) - offset > from);
    return covered ? <mark key={from}>{piece}</mark> : <span key={from}>{piece}</span>;
  });
}

function Spans({ data }: { data: DocumentAnswer }) {
  return (
    <ul className={styles.spans}>
      <Claims spans={data.spans} />
    </ul>
  );
}
