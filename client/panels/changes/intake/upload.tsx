import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { calls } from "#client/api/calls.ts";
import { ApiFailure } from "#client/api/request.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { FailureText } from "#client/panels/failure.tsx";
import { usePreferences } from "#client/state/context.tsx";
import { go } from "#client/state/screen.ts";
import { keepText } from "#client/state/uploaded-texts.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { faultText } from "#graph/model/dataset-fault.ts";
import styles from "./intake.module.css";

const isDocument = (file: File): boolean => /\.(txt|text|html?|docx|pdf)$/i.test(file.name);
const dates = String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?`;
const problemsShown = 12;

/** Data or a document goes in; a change set comes out, and nothing is written. */
export function Upload() {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [published, setPublished] = useState("");
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState<AbortController | null>(null);
  const [error, setError] = useState<unknown>(null);

  const add = (more: FileList | null) => {
    setError(null);
    if (more !== null) setFiles((now) => [...now, ...more]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const run = new AbortController();
    setBusy(run);
    setError(null);
    try {
      await Promise.all(files.map(keepText));
      const set = await calls.propose(files, published, { signal: run.signal });
      void queries.invalidateQueries({ queryKey: ["changes"] });
      setFiles([]);
      go({ at: "changes", changeSet: set.id });
    } catch (failed) {
      if (!run.signal.aborted) setError(failed);
    } finally {
      setBusy(null);
    }
  };
  return (
    <form className={styles.upload} onSubmit={(event) => void send(event)}>
      <h2>{t("upload.title")}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it is the first */}
      <div
        className={styles.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size={18} />
        <p>
          {t("upload.drop")}{" "}
          <Button look="link" onClick={() => input.current?.click()}>
            {t("upload.choose")}
          </Button>
        </p>
        <input ref={input} type="file" multiple hidden aria-label={t("upload.choose")} onChange={(event) => add(event.target.files)} />
        <small>{t("upload.kinds")}</small>
        <a href={`/api/v1/templates/dataset.xlsx?language=${language}`} download>
          {t("upload.template")}
        </a>
      </div>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file, at) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`}>
              <Icon name="document" size={14} />
              <span>{file.name}</span>
              <Button
                look="quiet"
                small
                icon="close"
                aria-label={t("upload.cleared", { name: file.name })}
                onClick={() => setFiles(files.filter((_, index) => index !== at))}
              />
            </li>
          ))}
        </ul>
      )}
      {files.some(isDocument) && (
        <label className={styles.published}>
          <span>{t("upload.published")}</span>
          <input
            value={published}
            pattern={dates}
            title={t("upload.publishedWrong")}
            placeholder="2024-03"
            onChange={(event) => setPublished(event.target.value.trim())}
          />
          <small>{t("upload.publishedHint")}</small>
        </label>
      )}
      {error !== null && <Problems error={error} />}
      {files.length > 0 && (
        <div className={styles.row}>
          <Button type="submit" look="primary" disabled={busy !== null}>
            {t(busy === null ? "upload.send" : "upload.sending")}
          </Button>
          {busy !== null && <Button onClick={() => busy.abort()}>{t("canvas.cancel")}</Button>}
        </div>
      )}
      {busy !== null && <progress className={styles.progress} aria-label={t("upload.sending")} />}
    </form>
  );
}

/** Everything that is wrong with a file at once, each with its place. */
function Problems({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const details = error instanceof ApiFailure ? error.details : [];
  return (
    <div className={styles.problems} role="alert">
      {details.length > 0 ? (
        <b>{t("upload.problems", { count: details.length })}</b>
      ) : (
        <p>
          <FailureText error={error} />
        </p>
      )}
      <ul>
        {details.slice(0, problemsShown).map((detail) => {
          const place = [detail.path, detail.position].filter((part) => part !== undefined).join(":");
          return (
            <li key={`${place} ${detail.message}`}>
              {place !== "" && <code>{place}</code>} {detail.fault === undefined ? detail.message : faultText(detail.fault, language)}
            </li>
          );
        })}
      </ul>
      {details.length > problemsShown && <p>{t("upload.more", { count: details.length - problemsShown })}</p>}
    </div>
  );
}
