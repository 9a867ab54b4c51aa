import { ApiFailure } from "#client/api/request.ts";
import { remediesEn } from "#client/i18n/failures.en.ts";
import { failuresZh } from "#client/i18n/failures.zh.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { Button } from "#client/ui/button.tsx";
import { type ErrorCode, errorCodes } from "#graph/model/error-codes.ts";
import styles from "./failure.module.css";

const namesCall = /\b(?:GET|POST|PUT|PATCH|DELETE) \//;
const forPeople = ({ code, remedy }: ApiFailure): string => (!namesCall.test(remedy) ? remedy : (isCode(code) && remediesEn[code]) || "");
const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const isCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code);

export interface FailureWords {
  /** What failed, in one line with the server's own words. */
  message: string;
  /** What failed, in the reader's language. */
  told: string;
  /** What to do. */
  remedy: string;
  /** The server's own words, where they are in another language than the reader's. */
  detail: string;
}

/** What failed and what to do: by its code in the reader's language, with the server's words; ours when nobody answered. */
export function useFailureText(): (error: unknown) => FailureWords {
  const { t, i18n } = useTranslation();
  const inOneLine = (told: string, remedy: string): FailureWords => ({ message: told, told, remedy, detail: "" });
  return (error) => {
    if (!(error instanceof ApiFailure)) return inOneLine(error instanceof Error ? error.message : String(error), "");
    if (error.unreachable) return inOneLine(t("failure.unreachable"), t("failure.unreachableRemedy"));
    const words = i18n.language === "zh" && isCode(error.code) ? failuresZh[error.code] : null;
    if (words !== null)
      return { message: `${words.told}（${error.message}）`, told: words.told, remedy: words.remedy, detail: error.message };
    // The message may end with the remedy already.
    const remedy = error.message.includes(error.remedy) ? "" : forPeople(error);
    return inOneLine(asSentence(error.message), asSentence(remedy));
  };
}

/** A failure as running text: what, what to do, and below it the server's own words. */
export function FailureText({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { told, remedy, detail } = useFailureText()(error);
  return (
    <>
      {told}
      {remedy !== "" && !/[.。]$/.test(told) && t("failure.stop")}
      {remedy !== "" && <span className={styles.remedy}>{remedy}</span>}
      {detail !== "" && (
        <small className={styles.detail} lang="en">
          {detail}
        </small>
      )}
    </>
  );
}

/** A panel's own failure, beside the last good content. */
export function PanelFailure({ error, retry }: { error: unknown; retry(): void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.failure} role="alert">
      <p>
        <FailureText error={error} />
      </p>
      <Button small onClick={retry}>
        {t("failure.retry")}
      </Button>
    </div>
  );
}
