import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useHealth } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { FailureText } from "#client/panels/failure.tsx";
import { useActions } from "#client/state/context.tsx";
import { progressOf, type Review } from "#client/state/review.ts";
import { go, hrefOf } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { reviewing, useReviewing } from "../reviewing.ts";
import styles from "./apply-bar.module.css";
import panel from "./review-panel.module.css";

/** What happens with all of it: written as the next revision, or laid aside. */
export function ApplyBar({ review }: { review: Review }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const atlas = useActions();
  const { data: health } = useHealth();
  const { busy, progress, applied, error } = useReviewing((it) => it);
  const [message, setMessage] = useState("");
  const [sure, setSure] = useState(false);
  const { set } = review;
  const { accepted, rejected, open } = progressOf(review);
  const revision = applied?.number ?? set.revision;
  const written = revision !== null && (
    <>
      <p className={styles.done} role="status">
        {t("changes.appliedTitle", { number: revision })}
      </p>
      <a href={hrefOf({ at: "revisions", from: revision - 1, to: revision })}>{t("changes.appliedSee", { number: revision })}</a>
    </>
  );
  if (set.state !== "open") return written && <footer className={styles.apply}>{written}</footer>;
  const refresh = () => {
    void queries.invalidateQueries();
    void atlas.startOver();
  };
  const apply = async () => {
    const done = await reviewing.actions.apply(message.trim() === "" ? set.title : message.trim());
    if (done !== null) refresh();
  };
  const discard = async () => {
    if (!(await reviewing.actions.discard())) return;
    void queries.invalidateQueries({ queryKey: ["changes"] });
    go({ at: "changes", changeSet: null });
  };
  const applying = busy === "applying";
  const isSource = set.origin === "dataset" || set.origin === "document";
  return (
    <footer className={styles.apply}>
      {written}
      {/* That the store has moved on stands above, with the way out. */}
      {error !== null && review.unsent.length === 0 && !set.stale && (
        <p className={styles.failed} role="alert">
          <FailureText error={error} />
        </p>
      )}
      {applying ? (
        <div role="status">
          <progress className={styles.writing} {...(progress === null ? {} : { value: progress.done, max: Math.max(1, progress.total) })} />
          {progress === null
            ? t("changes.applying")
            : t("changes.applyingProgress", { done: formatCount(progress.done), total: formatCount(progress.total) })}
        </div>
      ) : sure ? (
        <div className={styles.sure}>
          <p>{t("changes.discardSure")}</p>
          <Button onClick={() => void discard()}>{t("changes.discard")}</Button>
          <Button look="quiet" onClick={() => setSure(false)}>
            {t("changes.cancel")}
          </Button>
        </div>
      ) : set.changes.length === 0 ? (
        <Button disabled={busy !== null} onClick={() => void discard()}>
          {t("changes.discard")}
        </Button>
      ) : (
        <>
          <input
            className={styles.message}
            value={message}
            maxLength={500}
            placeholder={t("changes.messageHint")}
            aria-label={t("changes.message")}
            onChange={(event) => setMessage(event.target.value)}
          />
          <div className={styles.buttons}>
            <Button look="primary" disabled={accepted === 0 || busy !== null || set.stale} onClick={() => void apply()}>
              {accepted === 0
                ? t("changes.applyNone")
                : t("changes.apply", { count: accepted, revision: (health?.revision ?? set.basedOn) + 1 })}
            </Button>
            <Button disabled={busy !== null} onClick={() => setSure(true)}>
              {t("changes.discard")}
            </Button>
          </div>
          <p className={panel.meta}>
            {[
              rejected > 0 && t("changes.applyNoteRejected", { count: rejected, number: formatCount(rejected) }),
              open > 0 && t(isSource ? "changes.applyNoteOpen" : "changes.applyNoteLeft", { count: open, number: formatCount(open) }),
            ]
              .filter(Boolean)
              .join(" ")}
          </p>
        </>
      )}
    </footer>
  );
}
