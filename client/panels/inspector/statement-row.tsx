import { useEffect, useMemo, useState } from "react";
import { nameOf, statusLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { evidenceQuery } from "#client/state/canvas-query.ts";
import { useActions, useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { setHovered, setPointedEdge } from "#client/state/hover.ts";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import { Confidence } from "#client/ui/marks.tsx";
import type { StatementAnswer } from "#graph/model/api-answers.ts";
import { periodBounds } from "#graph/model/period.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import { useTold } from "../strip/use-told.ts";
import { EvidenceList } from "./evidence.tsx";
import styles from "./statement-row.module.css";
import view from "./view.module.css";

/** What a statement adds to its relation: role, year, share; else what an inference rests on. */
export function statementNote(
  statement: Pick<StatementAnswer, "predicate" | "properties" | "basis" | "status">,
  language: "zh" | "en",
): string {
  const definitions = isRelationType(statement.predicate) ? relations[statement.predicate].properties : {};
  const own = Object.entries(statement.properties).map(([name, value]) => {
    const definition = definitions[name];
    const word = definition?.choices?.[String(value)]?.[language] ?? String(value);
    return definition?.type === "percent" ? `${word}%` : word;
  });
  return [...own, ...(statement.status === "inferred" && statement.basis ? [statement.basis] : [])].join(" · ");
}

/** A note of so many characters is told whole or on a line of its own. */
const briefLength = 6;

const today = new Date().toISOString().slice(0, 10);

export function StatementRow({ statement, from }: { statement: StatementAnswer; from: string }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const edge = graph.edgeIndex.get(statement.id) ?? null;
  const selected = useExploration((it) => edge !== null && it.edge === edge);
  const [open, setOpen] = useState(false);
  const other = statement.subject === from ? statement.objectRef : statement.subjectRef;
  const node = other === null ? undefined : graph.nodeIndex.get(other.id);
  const onCanvas = useExploration((it) => node !== undefined && it.shown[node] === 1);
  useEffect(() => () => setPointedEdge(null), []);
  useTold(
    "evidence",
    useMemo(() => (open ? { cypher: evidenceQuery(statement.id) } : undefined), [open, statement.id]),
    statement.evidence.length,
  );
  if (other === null) return null;
  const name = nameOf(other, language);
  const note = statementNote(statement, language);
  const isOver = statement.validTo !== undefined && periodBounds(statement.validTo).end < today;
  return (
    <li
      className={`${styles.row} ${selected || open ? styles.selected : ""}`}
      onPointerEnter={() => setHovered(onCanvas ? (node ?? null) : null)}
      onPointerLeave={() => setHovered(null)}
    >
      <LineSample line={lineStyleOf(statement.status, statement.confidence)} arrow={statement.subject === from} />
      <button
        type="button"
        className={`${view.target} ${onCanvas ? "" : styles.offCanvas} ${isOver ? styles.over : ""}`}
        aria-label={`${name} ${statusLabel(statement.status, language)}`}
        title={note === "" ? name : `${name} · ${note}`}
        onClick={() => void actions.open(other.id)}
      >
        <KindGlyph kind={other.kind} />
        <span className={styles.words}>
          <b>{name}</b>
          {note !== "" && <small data-brief={note.length <= briefLength}>{note}</small>}
          {statement.validTo !== undefined && <span className={styles.ended}>{t("changed.until", { at: statement.validTo })}</span>}
        </span>
      </button>
      <button
        type="button"
        className={styles.chip}
        aria-expanded={open}
        aria-label={t("evidence.open", { name, count: statement.evidence.length })}
        title={t("evidence.open", { name, count: statement.evidence.length })}
        onClick={() => {
          setOpen(!open);
          setPointedEdge(open ? null : edge);
        }}
      >
        <Icon name="document" size={12} />
        {statement.evidence.length}
      </button>
      <Confidence value={statement.confidence} />
      {open && (
        <div className={styles.below}>
          <EvidenceList evidence={statement.evidence} basis={statement.status === "inferred" ? statement.basis : undefined} title={name} />
        </div>
      )}
    </li>
  );
}
