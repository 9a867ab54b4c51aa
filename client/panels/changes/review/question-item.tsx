import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import type { IdentityQuestion } from "#graph/model/review.ts";
import { reviewing } from "../reviewing.ts";
import { Sign } from "../sign.tsx";
import styles from "./change-item.module.css";

/** Whether a proposed entity is one that the graph holds; it is answered in the details. */
export function QuestionItem({ question, here }: { question: IdentityQuestion; here: boolean }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { answer } = question;
  const same = answer !== null && "same" in answer ? question.candidates.find((one) => one.id === answer.same) : undefined;
  const verdict =
    answer === null
      ? question.candidates.map((one) => `${nameOf(one, language)} · ${t(`changes.reason.${one.reason}`)}`).join("；")
      : same !== undefined
        ? t("changes.identity.answeredSame", { name: nameOf(same, language) })
        : t("changes.identity.answeredDifferent");
  return (
    <div className={styles.item} data-here={here} data-decision={answer === null ? "open" : "accepted"}>
      <button
        type="button"
        className={styles.what}
        data-points
        aria-current={here ? "true" : undefined}
        onClick={() => reviewing.actions.point(question.id)}
      >
        <Sign kind="question" named />
        <span className={styles.words}>
          <span>
            <KindGlyph kind={question.entity.kind} size={15} /> <b>{nameOf(question.entity, language)}</b>
          </span>
          <small>{verdict}</small>
        </span>
      </button>
    </div>
  );
}
