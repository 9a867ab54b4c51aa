import { useTranslation } from "#client/i18n/use-translation.ts";
import { useFailureText } from "#client/panels/failure.tsx";
import type { Review } from "#client/state/review.ts";
import { Button } from "#client/ui/button.tsx";
import { reviewing, useReviewing } from "../reviewing.ts";
import styles from "./saving.module.css";

/** Whether what was decided has arrived. */
export function Saving({ review }: { review: Review }) {
  const { t } = useTranslation();
  const error = useReviewing((it) => it.error);
  const failure = useFailureText();
  if (error !== null && review.unsent.length > 0) {
    return (
      <span className={styles.unsaved} role="alert" title={failure(error).message}>
        {t("changes.notSent", { count: review.unsent.length })}
        <Button look="link" onClick={() => void reviewing.actions.retry()}>
          {t("changes.retry")}
        </Button>
      </span>
    );
  }
  if (review.inFlight.length > 0) return <span className={styles.saved}>{t("changes.sending")}</span>;
  return review.past.length > 0 ? <span className={styles.saved}>{t("changes.sent")}</span> : null;
}
