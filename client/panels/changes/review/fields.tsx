import { type FormEvent, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { type FieldRow, fieldRows, isEditable } from "#client/state/record-fields.ts";
import { type Review, writtenAs } from "#client/state/review.ts";
import type { Names } from "#client/state/review-list.ts";
import { Button } from "#client/ui/button.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { FieldInputs } from "../field-inputs.tsx";
import { choicesOf, fieldLabel, valueWords } from "../field-words.ts";
import { reviewing } from "../reviewing.ts";
import styles from "./detail.module.css";

interface FieldsProps {
  change: Change;
  review: Review;
  names: Names;
  open: boolean;
  editing: boolean;
  setEditing: (editing: boolean) => void;
}

/** Field by field, as it is and as it will be; a person may correct what will be written. */
export function Fields({ change, review, names, open, editing, setEditing }: FieldsProps) {
  const { t } = useTranslation();
  const written = writtenAs(review, change);
  const rows = fieldRows(change.record.table, change.before, written);
  const correctable = open && change.after !== null && rows.length > 0;
  return (
    <section className={styles.block}>
      <SectionHead
        side={
          correctable &&
          !editing && (
            <Button look="link" title={`${t("changes.edit")} E`} onClick={() => setEditing(true)}>
              {t("changes.edit")}
            </Button>
          )
        }
      >
        {t(change.after === null ? "changes.willRemove" : "changes.willWrite")}
      </SectionHead>
      {editing && correctable && written !== null ? (
        <Editor change={change} written={written} names={names} close={() => setEditing(false)} />
      ) : (
        <table className={styles.fields}>
          <thead>
            <tr>
              <th>{t("changes.field")}</th>
              <th>{t("changes.before")}</th>
              {change.after !== null && <th>{t("changes.after")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.path.join(".")} row={row} content={written ?? change.before ?? {}} names={names} gone={change.after === null} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const partFields = new Set(["aliases", "paragraphs"]);

function Row({ row, content, names, gone }: { row: FieldRow; content: RecordContent; names: Names; gone: boolean }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const words = (value: FieldRow["before"]) => {
    if (value === undefined) return "—";
    if (partFields.has(row.path[0] ?? ""))
      return t(row.before === row.after ? "changes.partsChanged" : "changes.parts", { count: Number(value) });
    return valueWords(row.path, value, content, { names, language });
  };
  const raw = choicesOf(row.path, content, names) !== undefined && row.path[0] === "value" ? String(row.after ?? "") : "";
  return (
    <tr>
      <th scope="row">{fieldLabel(row.path, content, { names, language, t })}</th>
      <td className={styles.was}>
        {row.before !== undefined && row.before !== row.after ? <s>{words(row.before)}</s> : words(row.before)}
      </td>
      {!gone && (
        <td>
          {words(row.after)}
          {raw !== "" && <small>{raw}</small>}
        </td>
      )}
    </tr>
  );
}

function Editor({ change, written, names, close }: { change: Change; written: RecordContent; names: Names; close: () => void }) {
  const { t } = useTranslation();
  const [content, setContent] = useState(written);
  const rows = fieldRows(change.record.table, null, written, { all: true }).filter(isEditable);
  const save = (event: FormEvent) => {
    event.preventDefault();
    reviewing.actions.decide([change.id], "accepted", content);
    close();
  };
  return (
    <form className={styles.editor} onSubmit={save} onKeyDown={(event) => event.key === "Escape" && close()}>
      <FieldInputs rows={rows} content={content} names={names} onChange={setContent} />
      <div className={styles.answers}>
        <Button look="primary" type="submit">
          {t("changes.save")}
        </Button>
        <Button type="button" onClick={close}>
          {t("changes.cancel")}
        </Button>
      </div>
    </form>
  );
}
