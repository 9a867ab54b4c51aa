import { type FormEvent, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./notes.module.css";

export function NoteForm({ text: before = "", onSave, onEnd }: { text?: string; onSave(text: string): void; onEnd(): void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") onSave(text.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onEnd()}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
        autoFocus
        rows={3}
        maxLength={4000}
        value={text}
        aria-label={t("notes.text")}
        placeholder={t("notes.hint")}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.ends}>
        <Button small onClick={onEnd}>
          {t("notes.cancel")}
        </Button>
        <Button small type="submit" look="primary" disabled={text.trim() === ""}>
          {t("notes.save")}
        </Button>
      </div>
    </form>
  );
}
