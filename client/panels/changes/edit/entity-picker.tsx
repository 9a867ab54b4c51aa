import { useId, useState } from "react";
import { useSearch } from "#client/api/queries.ts";
import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import type { EntityRef } from "#graph/model/api-answers.ts";
import styles from "./edit.module.css";

const shownAtMost = 7;

/** Finds one entity of the graph; `accepts` leaves out those that do not fit. */
export function EntityPicker({
  label,
  value,
  onChange,
  accepts,
}: {
  label: string;
  value: EntityRef | null;
  onChange: (ref: EntityRef | null) => void;
  accepts: (ref: EntityRef) => boolean;
}) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const id = useId();
  const [text, setText] = useState("");
  const { data } = useSearch(value === null ? text.trim() : "");
  const hits = (data?.hits ?? []).filter(accepts).slice(0, shownAtMost);
  if (value !== null) {
    return (
      <p className={styles.field}>
        <span>{label}</span>
        <span className={styles.chosen}>
          <KindGlyph kind={value.kind} />
          <b>{nameOf(value, language)}</b>
          <Button
            look="quiet"
            small
            icon="close"
            aria-label={t("upload.cleared", { name: nameOf(value, language) })}
            onClick={() => onChange(null)}
          />
        </span>
      </p>
    );
  }
  return (
    <>
      <p className={styles.field}>
        <label htmlFor={id}>{label}</label>
        <input id={id} type="search" value={text} placeholder={t("search.placeholder")} onChange={(event) => setText(event.target.value)} />
      </p>
      {text.trim() !== "" && (
        <ul className={styles.hits} aria-label={t("search.results")}>
          {hits.map((hit) => (
            <li key={hit.id}>
              <button type="button" onClick={() => onChange({ id: hit.id, kind: hit.kind, name: hit.name, nameEn: hit.nameEn })}>
                <KindGlyph kind={hit.kind} />
                <b>{nameOf(hit, language)}</b>
                <small>{kindLabel(hit.kind, language)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
