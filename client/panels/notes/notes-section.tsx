import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { calls } from "#client/api/calls.ts";
import { notesAbout, notesChanged, useNotes } from "#client/api/keeping-queries.ts";
import { ApiFailure } from "#client/api/request.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure, useFailureText } from "#client/panels/failure.tsx";
import { editor } from "#client/state/editor.ts";
import { Button } from "#client/ui/button.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import type { Note } from "#graph/model/note.ts";
import { TokenBox } from "../changes/intake/token-box.tsx";
import { NoteForm } from "./note-form.tsx";
import styles from "./notes.module.css";

/** What people wrote beside an entity or a statement, or beside what was merged into it. */
export function NotesSection({ about }: { about: string }) {
  const { t } = useTranslation();
  const token = useStore(editor, (it) => it.token);
  const { data, error, refetch } = useNotes();
  const [writing, setWriting] = useState<"new" | Note["id"] | null>(null);
  const [told, setTold] = useState<ReactNode>(null);
  const textOf = useFailureText();
  const notes = data === undefined ? [] : notesAbout(data.notes, new Set([about]));

  const write = async (work: () => Promise<ReactNode>) => {
    try {
      setTold(await work());
      setWriting(null);
    } catch (failure) {
      const stale = failure instanceof ApiFailure && failure.status === 409;
      setTold(stale ? t("notes.stale") : textOf(failure).message);
    }
    await notesChanged();
  };
  const remove = (note: Note) =>
    write(async () => {
      await calls.dropNote(note);
      const back = () =>
        write(async () => {
          await calls.writeNote({ about: note.aboutNow, text: note.text });
          return null;
        });
      return (
        <>
          {t("notes.deleted")}
          <Button look="link" onClick={() => void back()}>
            {t("notes.undo")}
          </Button>
        </>
      );
    });
  return (
    <section className={styles.notes} aria-label={t("notes.title")}>
      <SectionHead
        side={
          writing === null && (
            <Button look="quiet" small icon="note" onClick={() => setWriting("new")}>
              {t("notes.add")}
            </Button>
          )
        }
      >
        {t("notes.title")} {notes.length > 0 && <span className={styles.count}>{notes.length}</span>}
      </SectionHead>
      {error !== null && data === undefined && <PanelFailure error={error} retry={() => void refetch()} />}
      {writing !== null && token === null && <TokenBox />}
      {writing === "new" && token !== null && (
        <NoteForm
          onEnd={() => setWriting(null)}
          onSave={(text) =>
            void write(async () => {
              await calls.writeNote({ about, text });
              return null;
            })
          }
        />
      )}
      <ul>
        {notes.map((note) =>
          writing === note.id && token !== null ? (
            <li key={note.id}>
              <NoteForm
                text={note.text}
                onEnd={() => setWriting(null)}
                onSave={(text) =>
                  void write(async () => {
                    await calls.changeNote(note.id, { version: note.version, text });
                    return null;
                  })
                }
              />
            </li>
          ) : (
            <NoteItem
              key={note.id}
              note={note}
              onEdit={() => setWriting(note.id)}
              onDelete={token === null ? null : () => void remove(note)}
            />
          ),
        )}
      </ul>
      <p className={styles.told} role="status">
        {told}
      </p>
    </section>
  );
}

function NoteItem({ note, onEdit, onDelete }: { note: Note; onEdit(): void; onDelete: (() => void) | null }) {
  const { t } = useTranslation();
  const author = note.author === "editor" ? t("views.unnamedAuthor") : note.author;
  const changed = note.changedAt === note.at ? "" : ` · ${t("notes.changed", { date: note.changedAt.slice(0, 10) })}`;
  return (
    <li className={styles.note}>
      <p>{note.text}</p>
      <small>{`${author} · ${note.at.slice(0, 10)}${changed}`}</small>
      <span className={styles.tools}>
        <Button look="quiet" small icon="edit" aria-label={t("notes.edit")} title={t("notes.edit")} onClick={onEdit} />
        {onDelete !== null && (
          <Button look="quiet" small icon="trash" aria-label={t("notes.delete")} title={t("notes.delete")} onClick={onDelete} />
        )}
      </span>
    </li>
  );
}
