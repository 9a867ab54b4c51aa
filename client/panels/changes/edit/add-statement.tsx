import { type FormEvent, useState } from "react";
import { useDocuments } from "#client/api/queries.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { newStatementId } from "#client/state/hand-edits.ts";
import type { EntityAnswer, EntityRef } from "#graph/model/api-answers.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";
import type { DocumentForm } from "#graph/vocabulary/marks.ts";
import { isRelationType, relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { FieldInputs } from "../field-inputs.tsx";
import styles from "./edit.module.css";
import { EntityPicker } from "./entity-picker.tsx";
import { FormEnd } from "./form-end.tsx";
import { usePropose } from "./use-propose.ts";

/** Where in a source: the row of a table (it needs one), offsets into a text (if they are known). Null: this is no place. */
function placeOf(form: DocumentForm, text: string): RecordContent | null {
  const typed = text.trim();
  if (form === "table") return /^[1-9]\d*$/.test(typed) ? { row: Number(typed) } : null;
  if (typed === "" || form === "reference") return {};
  const [, start, end] = /^(\d+)\s*[-–,]\s*(\d+)$/.exec(typed) ?? [];
  return start !== undefined && Number(end) > Number(start) ? { start: Number(start), end: Number(end) } : null;
}

/** A statement about an entity, with the source that it rests on: without evidence there is none. */
export function AddStatement({ answer }: { answer: EntityAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { entity } = answer;
  const { data } = useDocuments();
  const types = relationTypes.filter((type) => relations[type].from.includes(entity.kind));
  const attributes = Object.entries(kinds[entity.kind].properties);
  const [predicate, setPredicate] = useState<string>(types[0] ?? attributes[0]?.[0] ?? "");
  const [object, setObject] = useState<EntityRef | null>(null);
  const [content, setContent] = useState<RecordContent>({ status: "stated", confidence: 1 });
  const [source, setSource] = useState("");
  const [note, setNote] = useState("");
  const [place, setPlace] = useState("");
  const { propose, busy, error } = usePropose();
  const relation = isRelationType(predicate) ? relations[predicate] : null;
  const described: RecordContent = { ...content, subject: entity.id, predicate };
  const names = new Map([[String(entity.id), { id: entity.id, kind: entity.kind, name: entity.name, nameEn: entity.nameEn ?? null }]]);
  const rows = [
    ...(relation === null ? [{ path: ["value"], before: undefined, after: "" }] : []),
    ...Object.keys(relation?.properties ?? {}).map((name) => ({ path: ["properties", name], before: undefined, after: "" })),
    { path: ["status"], before: undefined, after: "stated" },
    { path: ["confidence"], before: undefined, after: 1 },
    { path: ["validFrom"], before: undefined, after: "" },
  ];
  const form = data?.documents.find((document) => document.id === source)?.form;
  const evidencePlace = form === undefined ? null : placeOf(form, place);
  const says = relation === null ? typeof content.value === "string" : object !== null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const statement: RecordContent = {
      ...described,
      id: newStatementId(crypto.randomUUID().slice(0, 8)),
      ...(relation === null || object === null ? {} : { object: object.id }),
      evidence: [{ document: source, ...evidencePlace, ...(note.trim() === "" ? {} : { note: note.trim() }) }],
    };
    void propose(t("edit.titleAdd", { name: entity.name }), [{ do: "put", table: "statements", content: statement }]);
  };
  const choose = (next: string) => {
    setPredicate(next);
    setObject(null);
    setContent({ status: "stated", confidence: 1 });
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <p className={styles.field}>
        <label htmlFor="new-predicate">{t("edit.predicate")}</label>
        <select id="new-predicate" value={predicate} onChange={(event) => choose(event.target.value)}>
          {types.map((type) => (
            <option key={type} value={type}>
              {relations[type][language]}
            </option>
          ))}
          {attributes.map(([name, definition]) => (
            <option key={name} value={name}>
              {definition[language]}
            </option>
          ))}
        </select>
      </p>
      {relation !== null && (
        <EntityPicker
          label={t("edit.object")}
          value={object}
          onChange={setObject}
          accepts={(ref) => relation.to.includes(ref.kind) && ref.id !== entity.id}
        />
      )}
      <FieldInputs
        key={predicate}
        rows={rows}
        content={described}
        names={names}
        onChange={({ subject: _, predicate: __, ...rest }) => setContent(rest)}
      />
      <p className={styles.field}>
        <label htmlFor="new-source">{t("edit.source")}</label>
        <select id="new-source" value={source} onChange={(event) => setSource(event.target.value)}>
          <option value="">—</option>
          {data?.documents.map((document) => (
            <option key={document.id} value={document.id}>
              {document.title}
            </option>
          ))}
        </select>
      </p>
      {form !== undefined && form !== "reference" && (
        <p className={styles.field}>
          <label htmlFor="new-place">{t(form === "table" ? "edit.row" : "edit.offsets")}</label>
          <input
            id="new-place"
            value={place}
            inputMode="numeric"
            placeholder={form === "table" ? "12" : "120-164"}
            onChange={(event) => setPlace(event.target.value)}
          />
        </p>
      )}
      <p className={styles.field}>
        <label htmlFor="new-note">{t("edit.note")}</label>
        <input id="new-note" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </p>
      <FormEnd ready={says && evidencePlace !== null} busy={busy} error={error} />
    </form>
  );
}
