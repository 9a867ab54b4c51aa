import { Fragment } from "react";
import { useStatement } from "#client/api/queries.ts";
import { nameOf, relationLabel, statusLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { useActions, usePreferences } from "#client/state/context.tsx";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import { Confidence, SectionHead, Skeleton } from "#client/ui/marks.tsx";
import type { EntityRef, StatementAnswer } from "#graph/model/api-answers.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import { EditMenu } from "../changes/edit/edit-menu.tsx";
import { StatementHistory } from "../changes/history.tsx";
import { NotesSection } from "../notes/notes-section.tsx";
import styles from "./edge-view.module.css";
import { EvidenceList } from "./evidence.tsx";
import { SheetGrab } from "./sheet-grab.tsx";
import view from "./view.module.css";

/** A statement: who says what of whom, how sure, and the words. */
export function EdgeView({ id }: { id: string }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const { data, error, refetch } = useStatement(id);
  return (
    <div className={view.view}>
      <SheetGrab />
      <header className={view.head}>
        <div className={view.title}>
          <div className={view.names}>
            <p>{t("edge.title")}</p>
          </div>
          {data && (
            <EditMenu
              edits={[
                { label: t("edit.correct"), edit: { form: "correct-statement", statement: data } },
                { label: t("edit.withdrawClaim"), edit: { form: "withdraw-statement", statement: data } },
              ]}
            />
          )}
          <Button look="quiet" small icon="close" aria-label={t("inspector.close")} onClick={() => actions.selectEdge(null)} />
        </div>
        {data && <Triple statement={data} />}
      </header>
      <div className={view.body}>
        {error !== null && (
          <div className={view.block}>
            <PanelFailure error={error} retry={() => void refetch()} />
          </div>
        )}
        {data === undefined && error === null && (
          <div className={view.block}>
            <Skeleton />
          </div>
        )}
        {data && (
          <>
            <div className={view.block}>
              <Facts statement={data} />
            </div>
            <div className={view.block}>
              <SectionHead side={data.evidence.length}>{t("inspector.evidence")}</SectionHead>
              <EvidenceList
                evidence={data.evidence}
                basis={data.status === "inferred" ? data.basis : undefined}
                title={titleOf(data, language)}
              />
            </div>
            <div className={view.block}>
              <NotesSection about={id} />
            </div>
            <div className={view.block}>
              <StatementHistory id={id} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

const titleOf = (it: StatementAnswer, language: "zh" | "en"): string =>
  `${nameOf(it.subjectRef, language)} ${relationLabel(it.predicate, language)} ${it.objectRef === null ? (it.value ?? "") : nameOf(it.objectRef, language)}`;

function Triple({ statement }: { statement: StatementAnswer }) {
  const language = usePreferences((it) => it.language);
  return (
    <div className={styles.ends}>
      <End entity={statement.subjectRef} />
      <p className={styles.predicate}>
        <LineSample line={lineStyleOf(statement.status, statement.confidence)} />
        {relationLabel(statement.predicate, language)}
      </p>
      {statement.objectRef === null ? <p className={styles.end}>{statement.value}</p> : <End entity={statement.objectRef} />}
    </div>
  );
}

function End({ entity }: { entity: EntityRef }) {
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  return (
    <p className={styles.end}>
      <KindGlyph kind={entity.kind} size={20} />
      <button type="button" className={view.metricName} onClick={() => void actions.open(entity.id)}>
        {nameOf(entity, language)}
      </button>
    </p>
  );
}

function Facts({ statement }: { statement: StatementAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const definitions = isRelationType(statement.predicate) ? relations[statement.predicate].properties : {};
  const own = Object.entries(statement.properties).map(([name, value]) => {
    const definition = definitions[name];
    return [definition?.[language] ?? name, definition?.choices?.[String(value)]?.[language] ?? String(value)] as const;
  });
  const isWorkedOut = statement.derived.some((name) => name === "validFrom" || name === "validTo");
  const times = [statement.validFrom, statement.validTo].some(Boolean)
    ? [[t(isWorkedOut ? "edge.validByTime" : "edge.valid"), `${statement.validFrom ?? "…"} – ${statement.validTo ?? "…"}`] as const]
    : [];
  return (
    <dl className={view.pairs}>
      <dt>{t("edge.status")}</dt>
      <dd>{statusLabel(statement.status, language)}</dd>
      <dt>{t("edge.confidence")}</dt>
      <dd>
        <Confidence value={statement.confidence} />
      </dd>
      {[...own, ...times, ...(statement.assertedAt ? [[t("edge.asserted"), statement.assertedAt] as const] : [])].map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
      <dt>{t("edge.since")}</dt>
      <dd>#{statement.sinceRevision}</dd>
    </dl>
  );
}
