import { useTranslation } from "#client/i18n/use-translation.ts";
import { FailureText } from "#client/panels/failure.tsx";
import { closeEdit } from "#client/state/hand-edits.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./edit.module.css";

/** How every form ends: on to the review, or away; with what went wrong. */
export function FormEnd({ ready, busy, error, hint }: { ready: boolean; busy: boolean; error: unknown; hint?: string }) {
  const { t } = useTranslation();
  return (
    <footer className={styles.end}>
      {error !== null && (
        <p className={styles.failed} role="alert">
          <FailureText error={error} />
        </p>
      )}
      <Button type="submit" look="primary" disabled={!ready || busy}>
        {t("edit.review")}
      </Button>
      <Button onClick={closeEdit}>{t("edit.cancel")}</Button>
      {!ready && hint !== undefined && <small>{hint}</small>}
    </footer>
  );
}
