import { useId } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { type FieldRow, typed, withField } from "#client/state/record-fields.ts";
import type { Names } from "#client/state/review-list.ts";
import type { RecordContent } from "#graph/model/record.ts";
import styles from "./field-inputs.module.css";
import { choicesOf, fieldLabel } from "./field-words.ts";

/** The person asked to edit: typing goes on in the first field. */
const focusOnce = (field: HTMLElement | null): void => field?.focus();

/** Inputs for fields of a record: a closed list where the vocabulary has one, else free text. */
export function FieldInputs({
  rows,
  content,
  names,
  onChange,
}: {
  rows: readonly FieldRow[];
  content: RecordContent;
  names: Names;
  onChange: (content: RecordContent) => void;
}) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const own = useId();
  return rows.map((row, at) => {
    const [field = "", property] = row.path;
    const now = property === undefined ? content[field] : ((content[field] ?? {}) as RecordContent)[property];
    const choices = choicesOf(row.path, content, names);
    const set = (text: string) => onChange(withField(content, row.path, typed(text, row.after)));
    const value = now === undefined ? "" : String(now);
    const id = `${own}-${row.path.join("-")}`;
    return (
      <p key={row.path.join(".")} className={styles.field}>
        <label htmlFor={id}>{fieldLabel(row.path, content, { names, language, t })}</label>
        {choices === undefined ? (
          <input
            id={id}
            ref={at === 0 ? focusOnce : undefined}
            defaultValue={value}
            inputMode={typeof row.after === "number" ? "decimal" : undefined}
            onChange={(event) => set(event.target.value)}
          />
        ) : (
          <select id={id} ref={at === 0 ? focusOnce : undefined} value={value} onChange={(event) => set(event.target.value)}>
            {Object.entries(choices).map(([choice, words]) => (
              <option key={choice} value={choice}>
                {words[language] === "" ? choice : words[language]}
              </option>
            ))}
          </select>
        )}
      </p>
    );
  });
}
