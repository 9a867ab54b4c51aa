import { useTranslation } from "#client/i18n/use-translation.ts";
import fields from "#client/ui/field.module.css";

export interface NameAndNoteValue {
  name: string;
  note: string;
}

/** What a view is called, and what it is for. */
export function NameAndNote({
  value,
  onChange,
  focused = false,
}: {
  value: NameAndNoteValue;
  onChange(value: NameAndNoteValue): void;
  focused?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <label className={fields.labelled}>
        <span>{t("views.name")}</span>
        <input
          className={fields.field}
          // biome-ignore lint/a11y/noAutofocus: only where the person has just asked to write here
          autoFocus={focused}
          value={value.name}
          maxLength={120}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </label>
      <label className={fields.labelled}>
        <span>{t("views.note")}</span>
        <textarea
          className={fields.field}
          value={value.note}
          rows={2}
          maxLength={4000}
          placeholder={t("views.noteHint")}
          onChange={(event) => onChange({ ...value, note: event.target.value })}
        />
      </label>
    </>
  );
}
