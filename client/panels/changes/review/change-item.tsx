import { noteWords } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { type Review, writtenAs } from "#client/state/review.ts";
import type { Names } from "#client/state/review-list.ts";
import { Icon } from "#client/ui/icon.tsx";
import type { Change } from "#graph/model/change-set.ts";
import { ChangeLine } from "../change-line.tsx";
import { reviewing } from "../reviewing.ts";
import { Sign } from "../sign.tsx";
import { changeWords, placeWords, textOf } from "../words.ts";
import styles from "./change-item.module.css";

/** One change in the list: what it says, what it rests on, and its decision. */
export function ChangeItem({ change, review, names, here }: { change: Change; review: Review; names: Names; here: boolean }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { actions } = reviewing;
  const held = review.decisions.get(change.id);
  const [first] = change.evidence;
  const words = changeWords(change, names, language);
  const waits = review.set.state === "open";
  const source = first === undefined ? "" : (review.set.documents[textOf(first.document)] ?? "");
  const note = [placeWords(first, t("evidence.row")), noteWords(textOf(first?.note), language) || source].filter(Boolean).join(" · ");
  return (
    <div className={styles.item} data-here={here} data-decision={held?.decision ?? "open"}>
      <button
        type="button"
        className={styles.what}
        data-points
        aria-current={here ? "true" : undefined}
        onClick={() => actions.point(change.id)}
      >
        <Sign kind={change.kind} named />
        <span className={styles.words}>
          <ChangeLine change={change} names={names} written={writtenAs(review, change)} />
          {note !== "" && <small>{note}</small>}
        </span>
      </button>
      {waits ? (
        <span className={styles.decide}>
          <button
            type="button"
            className={styles.yes}
            aria-pressed={held?.decision === "accepted"}
            aria-label={t("changes.acceptThis", { change: words })}
            title={t(change.kind === "conflict" ? "changes.keepBoth" : "changes.accept")}
            onClick={() => actions.decide([change.id], "accepted")}
          >
            <Icon name="check" size={14} />
          </button>
          <button
            type="button"
            className={styles.no}
            aria-pressed={held?.decision === "rejected"}
            aria-label={t("changes.rejectThis", { change: words })}
            title={t(change.kind === "conflict" ? "changes.keepOld" : "changes.reject")}
            onClick={() => actions.decide([change.id], "rejected")}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ) : (
        held !== undefined && <small className={styles.verdict}>{t(`changes.${held.decision}`)}</small>
      )}
    </div>
  );
}
