import { useTranslation } from "#client/i18n/use-translation.ts";
import type { Review } from "#client/state/review.ts";
import type { Names } from "#client/state/review-list.ts";
import { SectionHead } from "#client/ui/marks.tsx";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { ChangeLine } from "../change-line.tsx";
import { placeWords, textOf } from "../words.ts";
import styles from "./detail.module.css";

const evidenceIn = (content: RecordContent): RecordContent[] =>
  Array.isArray(content.evidence) ? (content.evidence as RecordContent[]) : [];

/** What the store holds that says otherwise, each with the source that says it. */
export function Rivals({ change, review, names }: { change: Change; review: Review; names: Names }) {
  const { t } = useTranslation();
  const ids = review.set.conflictsWith[change.id] ?? [];
  const standing = [...ids.map((id) => review.set.rivals[id]), ...(change.before === null ? [] : [change.before])].filter(
    (it) => it !== undefined,
  );
  if (standing.length === 0) return null;
  return (
    <section className={styles.block}>
      <SectionHead>{t("changes.rivals")}</SectionHead>
      <ul className={styles.rivals}>
        {standing.map((content) => {
          const as: Change = { ...change, kind: "changed", before: null, after: content };
          return (
            <li key={JSON.stringify(content)}>
              <ChangeLine change={as} names={names} />
              {evidenceIn(content).map((one) => (
                <small key={JSON.stringify(one)}>
                  {[review.set.documents[textOf(one.document)] ?? textOf(one.document), placeWords(one, t("evidence.row"))]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              ))}
            </li>
          );
        })}
      </ul>
      <p className={styles.hint}>{t("changes.rivalsHint")}</p>
    </section>
  );
}
