import { type FormEvent, useState } from "react";
import { kindLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { entityContentOf, newEntityId, statementContentOf } from "#client/state/hand-edits.ts";
import { type FieldRow, fieldRows, isEditable } from "#client/state/record-fields.ts";
import type { Names } from "#client/state/review-list.ts";
import type { EntityAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import { FieldInputs } from "../field-inputs.tsx";
import styles from "./edit.module.css";
import { FormEnd } from "./form-end.tsx";
import { usePropose } from "./use-propose.ts";

const nobody: Names = new Map();
const row = (field: string, content: RecordContent): FieldRow => ({ path: [field], before: undefined, after: content[field] ?? "" });
const editorial = ["name", "nameEn", "shortName", "subkind"];

/** What is editorial of an entity; everything else that is known of it is a statement with a form of its own. */
export function CorrectEntity({ answer }: { answer: EntityAnswer }) {
  const { t } = useTranslation();
  const [first] = useState(() => entityContentOf(answer));
  return (
    <Correct
      table="entities"
      first={first}
      rows={editorial.map((field) => row(field, first))}
      names={nobody}
      title={t("edit.titleCorrect", { name: answer.entity.name })}
    />
  );
}

export function CorrectStatement({ statement }: { statement: StatementAnswer }) {
  const { t } = useTranslation();
  const [first] = useState(() => statementContentOf(statement));
  const names: Names = new Map(
    [statement.subjectRef, ...(statement.objectRef === null ? [] : [statement.objectRef])].map((ref) => [String(ref.id), ref]),
  );
  const own = fieldRows("statements", null, first, { all: true }).filter(isEditable);
  const told = new Set(own.map(({ path }) => path.join(".")));
  const properties = isRelationType(statement.predicate) ? Object.keys(relations[statement.predicate].properties) : [];
  const more: FieldRow[] = [
    ...properties.map((name): FieldRow => ({ path: ["properties", name], before: undefined, after: "" })),
    ...["validFrom", "validTo"].map((field) => row(field, first)),
  ];
  return (
    <Correct
      table="statements"
      first={first}
      rows={[...own, ...more.filter(({ path }) => !told.has(path.join(".")))]}
      names={names}
      title={t("edit.titleCorrect", { name: statement.subjectRef.name })}
    />
  );
}

function Correct({
  table,
  first,
  rows,
  names,
  title,
}: {
  table: "entities" | "statements";
  first: RecordContent;
  rows: readonly FieldRow[];
  names: Names;
  title: string;
}) {
  const { t } = useTranslation();
  const [content, setContent] = useState(first);
  const { propose, busy, error } = usePropose();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void propose(title, [{ do: "put", table, content }]);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <FieldInputs rows={rows} content={content} names={names} onChange={setContent} />
      <FormEnd ready={JSON.stringify(content) !== JSON.stringify(first)} busy={busy} error={error} hint={t("edit.nothingChanged")} />
    </form>
  );
}

export function AddEntity() {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const [kind, setKind] = useState<EntityKind>("Company");
  const [content, setContent] = useState<RecordContent>({});
  const { propose, busy, error } = usePropose();
  const named = typeof content.name === "string";
  const send = (event: FormEvent) => {
    event.preventDefault();
    const id = newEntityId(kind, crypto.randomUUID().slice(0, 8));
    void propose(`${t("edit.addEntity")} ${String(content.name)}`, [{ do: "put", table: "entities", content: { ...content, id, kind } }]);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <p className={styles.field}>
        <label htmlFor="new-entity-kind">{t("edit.kind")}</label>
        <select id="new-entity-kind" value={kind} onChange={(event) => setKind(event.target.value as EntityKind)}>
          {entityKinds.map((one) => (
            <option key={one} value={one}>
              {kindLabel(one, language)}
            </option>
          ))}
        </select>
      </p>
      <FieldInputs
        rows={["name", "nameEn", "shortName"].map((field) => row(field, {}))}
        content={content}
        names={nobody}
        onChange={setContent}
      />
      <FormEnd ready={named} busy={busy} error={error} />
    </form>
  );
}
