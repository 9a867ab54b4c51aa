import { type FormEvent, useState } from "react";
import { useStore } from "zustand";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { editor, setEditorName, setEditorToken } from "#client/state/editor.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import styles from "./intake.module.css";

/** Whether this page may write, and how it may. */
export function TokenBox() {
  const { t } = useTranslation();
  const { token, who, refused } = useStore(editor);
  const [named, setNamed] = useState(who ?? "");
  const [typed, setTyped] = useState("");
  if (token !== null) {
    return (
      <p className={styles.editing}>
        <Icon name="check" size={14} />
        {who === null ? t("token.present") : t("token.presentAs", { who })}
        <Button look="link" onClick={() => setEditorToken(null)}>
          {t("token.forget")}
        </Button>
      </p>
    );
  }
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === "") return;
    setEditorName(named.trim() === "" ? null : named.trim());
    setEditorToken(typed.trim());
  };
  return (
    <form className={styles.token} onSubmit={use}>
      <h2>
        <Icon name="lock" size={14} />
        {t("token.title")}
      </h2>
      <p>{t("token.why")}</p>
      {refused && (
        <p className={styles.refused} role="alert">
          {t("token.refused")}
        </p>
      )}
      <div className={styles.row}>
        <input
          autoComplete="name"
          maxLength={60}
          value={named}
          aria-label={t("token.who")}
          placeholder={t("token.who")}
          onChange={(event) => setNamed(event.target.value)}
        />
      </div>
      <div className={styles.row}>
        <input
          type="password"
          autoComplete="off"
          value={typed}
          aria-label={t("token.label")}
          placeholder={t("token.label")}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" look="primary" disabled={typed.trim() === ""}>
          {t("token.use")}
        </Button>
      </div>
    </form>
  );
}
