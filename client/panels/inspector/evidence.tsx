import { attributeLabel, measureLabel, nameOf, noteWords, relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useDocumentTitles } from "#client/panels/documents/titles.ts";
import { compare } from "#client/state/comparison.ts";
import { usePreferences } from "#client/state/context.tsx";
import { hrefOf } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import type { EntityAnswer, EvidenceAnswer } from "#graph/model/api-answers.ts";
import { documentForms, reliabilities } from "#graph/vocabulary/marks.ts";
import styles from "./evidence.module.css";
import view from "./view.module.css";

/** Offsets `[start, end)` into the document, or the row of a table. */
export const placeOf = (one: Pick<EvidenceAnswer, "start" | "end" | "row">, rowWord: string): string =>
  one.row !== undefined ? `${rowWord} ${one.row}` : one.start !== undefined && one.end !== undefined ? `[${one.start}, ${one.end})` : "";

interface EvidenceListProps {
  evidence: readonly EvidenceAnswer[];
  basis?: string | undefined;
  /** What they are evidence for: several sources can then be laid side by side. */
  title?: string | undefined;
}

/** The words themselves where the text is at hand, else where they stand and what they say in our own words. */
export function EvidenceList({ evidence, basis, title }: EvidenceListProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.evidence}>
      {basis !== undefined && basis !== "" && (
        <p className={styles.basis}>
          <b>{t("evidence.basis")}</b> {basis}
        </p>
      )}
      {title !== undefined && evidence.length > 1 && (
        <div>
          <Button small onClick={() => compare({ of: "sources", title, evidence })}>
            {t("sides.open")}
          </Button>
        </div>
      )}
      {evidence.map((one) => (
        <Source key={`${one.document} ${one.start ?? ""} ${one.row ?? ""} ${one.note ?? ""}`} one={one} />
      ))}
      {evidence.some((one) => one.text === null && one.form !== "table" && one.form !== "reference") && (
        <p className={view.meta}>{t("evidence.noText")}</p>
      )}
      {evidence.length === 0 && <p className={view.meta}>{t("evidence.none")}</p>}
    </div>
  );
}

/** A long paragraph opens at the words that count. */
const showMark = (quote: HTMLQuoteElement | null): void => {
  const mark = quote?.querySelector("mark");
  if (quote && mark) quote.scrollTop = Math.max(0, mark.offsetTop - 44);
};

/** `tall`: where there is room, a paragraph is shown whole. */
export function Source({ one, tall = false }: { one: EvidenceAnswer; tall?: boolean }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const title = useDocumentTitles().get(one.document) ?? one.title;
  const facts = [
    documentForms[one.form][language],
    one.published,
    t("evidence.reliability", { value: reliabilities[one.reliability][language] }),
  ];
  return (
    <article className={`${styles.source} ${tall ? styles.tall : ""}`}>
      <header>
        <Icon name="document" size={13} />
        <a href={hrefOf({ at: "documents", document: one.document })} title={title}>
          {title}
        </a>
        <span className={styles.where}>{placeOf(one, t("evidence.row"))}</span>
      </header>
      {one.text !== null && (
        <blockquote ref={showMark}>
          {one.text.paragraph.slice(0, one.text.start)}
          <mark>{one.text.paragraph.slice(one.text.start, one.text.end)}</mark>
          {one.text.paragraph.slice(one.text.end)}
        </blockquote>
      )}
      {one.note !== undefined && <p className={styles.basis}>{noteWords(one.note, language)}</p>}
      <p className={view.meta}>
        {facts.filter(Boolean).join(" · ")}
        {one.url !== null && (
          <>
            {" · "}
            <a href={one.url} target="_blank" rel="noreferrer noopener">
              {t("evidence.source")} ↗
            </a>
          </>
        )}
      </p>
    </article>
  );
}

/** All evidence of an entity, document by document. */
export function EvidenceByDocument({ data }: { data: EntityAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const titles = useDocumentTitles();
  const claims = [
    ...data.statements.flatMap((statement) => {
      const other = statement.subject === data.entity.id ? statement.objectRef : statement.subjectRef;
      const direction = statement.subject === data.entity.id ? "out" : "in";
      const attribute = attributeLabel(data.entity.kind, statement.predicate, statement.value ?? "", language);
      const title =
        other === null
          ? `${attribute.name} ${attribute.value}`
          : `${relationLabel(statement.predicate, language, direction)} ${nameOf(other, language)}`;
      return statement.evidence.map((one) => ({ title, one }));
    }),
    ...data.metrics.flatMap((metric) => metric.evidence.map((one) => ({ title: measureLabel(metric.name, language), one }))),
  ];
  const byDocument = new Map<string, typeof claims>();
  for (const claim of claims) byDocument.set(claim.one.document, [...(byDocument.get(claim.one.document) ?? []), claim]);
  if (claims.length === 0) return <p className={view.meta}>{t("evidence.none")}</p>;
  const sections = [...byDocument].map(([document, its]) => (
    <section key={document}>
      <SectionHead side={its.length}>
        <a href={hrefOf({ at: "documents", document })}>{titles.get(document) ?? its[0]?.one.title}</a>
      </SectionHead>
      <ul className={view.several}>
        {its.map(({ title, one }) => (
          <li key={`${title} ${one.start ?? ""} ${one.row ?? ""}`}>
            <span className={view.target}>
              <b>{title}</b>
              {one.note !== undefined && <small>{noteWords(one.note, language)}</small>}
            </span>
            <span className={styles.where}>{placeOf(one, t("evidence.row"))}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
  return <div className={styles.sources}>{sections}</div>;
}
