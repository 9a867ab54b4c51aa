import { useDocument } from "#client/api/queries.ts";
import { noteWords } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import type { Names } from "#client/state/review-list.ts";
import { hrefOf } from "#client/state/screen.ts";
import { paragraphsWithText, useUploadedText } from "#client/state/uploaded-texts.ts";
import { Icon } from "#client/ui/icon.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import styles from "./evidence-of.module.css";
import { Quote } from "./quote.tsx";
import { placeWords, textOf } from "./words.ts";

interface EvidenceProps {
  evidence: readonly RecordContent[];
  content: RecordContent;
  names: Names;
  titles: Readonly<Record<string, string>>;
  /** Of the same set: a document that comes with it brings its paragraphs. */
  changes: readonly Change[];
}

/** The words that a change rests on, in their paragraph where the text is at hand; else where they stand, and what they say in our own. */
export function EvidenceOf({ evidence, content, names, titles, changes }: EvidenceProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.block}>
      <SectionHead side={evidence.length > 1 && evidence.length}>{t("changes.evidence")}</SectionHead>
      {evidence.length === 0 && <p className={styles.meta}>{t("changes.evidenceNone")}</p>}
      {evidence.map((one) => (
        <Source key={JSON.stringify(one)} one={one} content={content} names={names} titles={titles} changes={changes} />
      ))}
    </section>
  );
}

function Source({ one, content, names, titles, changes }: Omit<EvidenceProps, "evidence"> & { one: RecordContent }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const id = textOf(one.document);
  const own = changes.find((change) => change.record.table === "documents" && change.record.id === id)?.after ?? null;
  const fresh = own !== null;
  const { data } = useDocument(fresh || id === "" ? null : id);
  const uploaded = useUploadedText(textOf(own?.sha256));
  const title = titles[id] ?? (textOf(own?.title) || data?.document.title || id);
  const paragraphs = uploaded !== null && own !== null ? paragraphsWithText(own, uploaded) : (data?.paragraphs ?? []);
  const start = typeof one.start === "number" ? one.start : null;
  const end = typeof one.end === "number" ? one.end : null;
  return (
    <article className={styles.source}>
      <header>
        <Icon name="document" size={14} />
        {fresh ? <b>{title}</b> : <a href={hrefOf({ at: "documents", document: id })}>{title}</a>}
        <span className={styles.where}>{placeWords(one, t("evidence.row"))}</span>
      </header>
      {start !== null && end !== null && <Quote paragraphs={paragraphs} start={start} end={end} content={content} names={names} />}
      {textOf(one.note) !== "" && <p className={styles.note}>{noteWords(textOf(one.note), language)}</p>}
      {uploaded !== null && <p className={styles.meta}>{t("changes.textHere")}</p>}
    </article>
  );
}
