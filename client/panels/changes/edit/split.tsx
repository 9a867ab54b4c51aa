import { type FormEvent, useState } from "react";
import { formatFigure, formatPeriod } from "#client/format/figure.ts";
import { attributeLabel, measureLabel, nameOf, relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { newEntityId } from "#client/state/hand-edits.ts";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import styles from "./edit.module.css";
import { FormEnd } from "./form-end.tsx";
import { usePropose } from "./use-propose.ts";

/** A new entity takes over claims of one that was two. */
export function Split({ answer }: { answer: EntityAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { entity } = answer;
  const [name, setName] = useState("");
  const [claims, setClaims] = useState<ReadonlySet<string>>(new Set());
  const { propose, busy, error } = usePropose();
  const lines = [
    ...answer.statements.map((statement) => {
      const out = statement.subject === entity.id;
      const other = out ? statement.objectRef : statement.subjectRef;
      const attribute = attributeLabel(entity.kind, statement.predicate, statement.value ?? "", language);
      const words =
        other === null
          ? `${attribute.name} ${attribute.value}`
          : `${relationLabel(statement.predicate, language, out ? "out" : "in")} ${nameOf(other, language)}`;
      return { id: String(statement.id), words };
    }),
    ...answer.metrics.map((metric) => ({
      id: String(metric.id),
      words: `${measureLabel(metric.name, language)} ${formatFigure(metric, language)} ${formatPeriod(metric.period)}`,
    })),
  ];
  const toggle = (id: string) => {
    const next = new Set(claims);
    if (!next.delete(id)) next.add(id);
    setClaims(next);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const into = { id: newEntityId(entity.kind, crypto.randomUUID().slice(0, 8)), kind: entity.kind, name: name.trim() };
    void propose(`${entity.name} → ${into.name}`, [{ do: "split", from: entity.id, into, claims: [...claims] }]);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <p className={styles.field}>
        <label htmlFor="split-name">{t("edit.splitName")}</label>
        <input id="split-name" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      </p>
      <fieldset className={styles.claims}>
        <legend>{t("edit.splitClaims")}</legend>
        {lines.map(({ id, words }) => (
          <label key={id}>
            <input type="checkbox" checked={claims.has(id)} onChange={() => toggle(id)} />
            {words}
          </label>
        ))}
      </fieldset>
      <FormEnd ready={name.trim() !== "" && claims.size > 0} busy={busy} error={error} />
    </form>
  );
}
