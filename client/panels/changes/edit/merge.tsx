import { type FormEvent, useState } from "react";
import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import type { EntityAnswer, EntityRef } from "#graph/model/api-answers.ts";
import styles from "./edit.module.css";
import { EntityPicker } from "./entity-picker.tsx";
import { FormEnd } from "./form-end.tsx";
import { usePropose } from "./use-propose.ts";

/** One entity becomes another: only of the same kind. */
export function Merge({ answer }: { answer: EntityAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const [into, setInto] = useState<EntityRef | null>(null);
  const { propose, busy, error } = usePropose();
  const { entity } = answer;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (into !== null) void propose(`${entity.name} → ${into.name}`, [{ do: "merge", from: entity.id, into: into.id }]);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <p className={styles.why}>{t("edit.intoHint", { from: nameOf(entity, language) })}</p>
      <EntityPicker
        label={t("edit.into")}
        value={into}
        onChange={setInto}
        accepts={(ref) => ref.kind === entity.kind && ref.id !== entity.id}
      />
      <FormEnd ready={into !== null} busy={busy} error={error} hint={t("edit.intoNone")} />
    </form>
  );
}
