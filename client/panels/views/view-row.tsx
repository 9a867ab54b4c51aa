import { Menu } from "@base-ui/react/menu";
import { type FormEvent, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { openView } from "#client/state/opened.ts";
import { Button } from "#client/ui/button.tsx";
import type { ViewSummary } from "#graph/model/view.ts";
import { NameAndNote } from "./name-and-note.tsx";
import styles from "./views.module.css";

export interface ViewRowProps {
  view: ViewSummary;
  mayWrite: boolean;
  onCopy(view: ViewSummary): void;
  onReplace(view: ViewSummary): void;
  onDelete(view: ViewSummary): void;
  onRename(view: ViewSummary, words: { name: string; note: string }): void;
}

export function ViewRow({ view, mayWrite, onCopy, onReplace, onDelete, onRename }: ViewRowProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  if (editing) return <RenameForm view={view} onEnd={() => setEditing(false)} onRename={onRename} />;
  const author = view.author === "editor" ? t("views.unnamedAuthor") : view.author;
  return (
    <li className={styles.row}>
      <button type="button" className={styles.open} onClick={() => openView(view.id)}>
        <b>{view.name}</b>
        {view.note !== "" && <span>{view.note}</span>}
        <small>{t("views.facts", { count: view.shown, revision: view.revision, author, date: view.changedAt.slice(0, 10) })}</small>
      </button>
      <Menu.Root>
        <Menu.Trigger
          render={
            <Button
              look="quiet"
              small
              icon="more"
              aria-label={t("views.menu", { name: view.name })}
              title={t("views.menu", { name: view.name })}
            />
          }
        />
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className={styles.overPopover}>
            <Menu.Popup className={styles.menu}>
              <Menu.Item className={styles.item} onClick={() => onCopy(view)}>
                {t("views.copyLink")}
              </Menu.Item>
              {mayWrite && (
                <>
                  <Menu.Item className={styles.item} onClick={() => setEditing(true)}>
                    {t("views.rename")}
                  </Menu.Item>
                  <Menu.Item className={styles.item} onClick={() => onReplace(view)}>
                    {t("views.replace")}
                  </Menu.Item>
                  <Menu.Item className={styles.item} onClick={() => onDelete(view)}>
                    {t("views.delete")}
                  </Menu.Item>
                </>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </li>
  );
}

function RenameForm({ view, onEnd, onRename }: { view: ViewSummary; onEnd(): void; onRename: ViewRowProps["onRename"] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState({ name: view.name, note: view.note });
  const name = words.name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === "") return;
    onRename(view, { name, note: words.note.trim() });
    onEnd();
  };
  return (
    <li>
      <form className={`${styles.form} ${styles.inRow}`} onSubmit={submit}>
        <NameAndNote value={words} onChange={setWords} focused />
        <div className={styles.ends}>
          <Button small onClick={onEnd}>
            {t("views.cancel")}
          </Button>
          <Button small type="submit" look="primary" disabled={name === ""}>
            {t("views.saveNow")}
          </Button>
        </div>
      </form>
    </li>
  );
}
