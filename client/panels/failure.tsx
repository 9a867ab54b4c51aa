import { ApiFailure } from "#client/api/request.ts";
import { failuresZh } from "#client/i18n/failures.zh.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { Button } from "#client/ui/button.tsx";
import { type ErrorCode, errorCodes } from "#graph/model/error-codes.ts";
import styles from "./failure.module.css";

const isCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code);

/** What failed and what to do: by its code in the reader's language, with the server's words; ours when nobody answered. */
export function useFailureText(): (error: unknown) => { message: string; remedy: string } {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (error instanceof ApiFailure && error.unreachable)
      return { message: t("failure.unreachable"), remedy: t("failure.unreachableRemedy") };
    if (error instanceof ApiFailure) {
      const words = i18n.language === "zh" && isCode(error.code) ? failuresZh[error.code] : null;
      if (words !== null) return { message: `${words.told}（${error.message}）`, remedy: words.remedy };
      // The message may end with the remedy already.
      return { message: error.message, remedy: error.message.includes(error.remedy) ? "" : error.remedy };
    }
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
