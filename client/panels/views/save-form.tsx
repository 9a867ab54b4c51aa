import { type FormEvent, useState } from "react";
import { useStore } from "zustand";
import { calls } from "#client/api/calls.ts";
import { viewsChanged } from "#client/api/keeping-queries.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { editor } from "#client/state/editor.ts";
import { Button } from "#client/ui/button.tsx";
import type { View } from "#graph/model/view.ts";
import { TokenBox } from "../changes/intake/token-box.tsx";
import { NameAndNote } from "./name-and-note.tsx";
import { pictureNow, suggestedName } from "./picture-now.ts";
import styles from "./views.module.css";

/** Saves what is on the canvas under a name; without a token it asks for one first. */
export function SaveForm({ action, onSaved }: { action: string; onSaved(view: View): void }) {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const language = usePreferences((it) => it.language);
  const token = useStore(editor, (it) => it.token);
  const [words, setWords] = useState(() => ({ name: suggestedName(store.getState(), language, t("task.overview")), note: "" }));
  const [state, setState] = useState<"rest" | "saving" | { error: unknown }>("rest");
  if (token === null) return <TokenBox />;
  const name = words.name.trim();

  const save = async () => {
    setState("saving");
    try {
      const view = await calls.saveView({ name, note: words.note.trim(), picture: await pictureNow(store.getState()) });
      await viewsChanged();
      setState("rest");
      setWords({ ...words, note: "" });
      onSaved(view);
    } catch (error) {
      setState({ error });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== "" && state !== "saving") void save();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <NameAndNote value={words} onChange={setWords} />
      <p className={styles.kept}>{t("views.kept")}</p>
      {typeof state === "object" && <PanelFailure error={state.error} retry={() => void save()} />}
      <Button type="submit" look="primary" icon="bookmark" disabled={name === "" || state === "saving"}>
        {state === "saving" ? t("views.saving") : action}
      </Button>
    </form>
  );
}
