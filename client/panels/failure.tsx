import { useTranslation } from "react-i18next";
import { ApiFailure } from "#client/api/request.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./failure.module.css";

/** What failed and what to do: the server's words, or ours when nobody answered. */
export function useFailureText(): (error: unknown) => { message: string; remedy: string } {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ApiFailure && error.unreachable)
      return { message: t("failure.unreachable"), remedy: t("failure.unreachableRemedy") };
    // The message may end with the remedy already.
    if (error instanceof ApiFailure) return { message: error.message, remedy: error.message.includes(error.remedy) ? "" : error.remedy };
    return { message: error instanceof Error ? error.message : String(error), remedy: "" };
  };
}

/** A panel's own failure, beside the last good content. */
export function PanelFailure({ error, retry }: { error: unknown; retry(): void }) {
  const { t } = useTranslation();
  const { message, remedy } = useFailureText()(error);
  return (
    <div className={styles.failure} role="alert">
      <p>{message}</p>
      {remedy !== "" && <p className={styles.remedy}>{remedy}</p>}
      <Button small onClick={retry}>
        {t("failure.retry")}
      </Button>
    </div>
  );
}
