import { useMemo } from "react";
import { kindLabel, nameOf, relationLabel, statusLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { hrefOf } from "#client/state/screen.ts";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import { Confidence } from "#client/ui/marks.tsx";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import { statementNote } from "../inspector/statement-row.tsx";
import { alignRelations, type Neighbour, type Tie } from "./aligned-relations.ts";
import styles from "./compare.module.css";
import { CompareTable } from "./compare-table.tsx";

/** What ties the two to each other, to the same third ones, and what only one of them has. */
export function Relations({ one, other }: { one: EntityAnswer; other: EntityAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { between, shared, onlyOne, onlyOther } = useMemo(() => alignRelations(one, other), [one, other]);
  return (
    <>
      <section className={styles.section} aria-label={t("compare.between")}>
        <h2>{t("compare.between")}</h2>
        {between.length === 0 ? (
          <p className={styles.note}>{t("compare.noBetween")}</p>
        ) : (
          <ul className={styles.ties}>
            {between.map((tie) => (
              <li key={tie.statement.id}>
                <b>{nameOf(tie.statement.subjectRef, language)}</b>
                <TieText tie={{ ...tie, direction: "out" }} />
                {tie.statement.objectRef && <b>{nameOf(tie.statement.objectRef, language)}</b>}
              </li>
            ))}
          </ul>
        )}
      </section>
      {shared.length === 0 ? (
        <section className={styles.section} aria-label={t("compare.shared", { count: 0 })}>
          <h2>{t("compare.shared", { count: 0 })}</h2>
          <p className={styles.note}>{t("compare.noShared")}</p>
        </section>
      ) : (
        <CompareTable
          title={t("compare.shared", { count: shared.length })}
          sides={[one.entity, other.entity]}
          rows={shared.map((neighbour) => ({
            key: neighbour.entity.id,
            head: <EntityLink entity={neighbour.entity} />,
            one: <Ties ties={neighbour.one} />,
            other: <Ties ties={neighbour.other} />,
          }))}
        />
      )}
      <div className={styles.only}>
        <Only title={t("compare.only", { name: nameOf(one.entity, language), count: onlyOne.length })} neighbours={onlyOne} side="one" />
        <Only
          title={t("compare.only", { name: nameOf(other.entity, language), count: onlyOther.length })}
          neighbours={onlyOther}
          side="other"
        />
      </div>
    </>
  );
}

function Only({ title, neighbours, side }: { title: string; neighbours: readonly Neighbour[]; side: "one" | "other" }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {neighbours.length === 0 && <p className={styles.note}>{t("compare.none")}</p>}
      <ul className={styles.list}>
        {neighbours.map((neighbour) => (
          <li key={neighbour.entity.id}>
            <Ties ties={neighbour[side]} />
            <EntityLink entity={neighbour.entity} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function EntityLink({ entity }: { entity: Neighbour["entity"] }) {
  const language = usePreferences((it) => it.language);
  return (
    <a className={styles.link} href={hrefOf({ at: "explore", entity: entity.id })} title={kindLabel(entity.kind, language)}>
      <KindGlyph kind={entity.kind} />
      {nameOf(entity, language)}
    </a>
  );
}

const Ties = ({ ties }: { ties: readonly Tie[] }) => (
  <span className={styles.several}>
    {ties.map((tie) => (
      <TieText key={tie.statement.id} tie={tie} />
    ))}
  </span>
);

/** A relation in words, with the line that tells what it rests on. */
function TieText({ tie: { statement, direction } }: { tie: Tie }) {
  const language = usePreferences((it) => it.language);
  const note = statementNote(statement, language);
  return (
    <span className={styles.tie} title={note === "" ? undefined : note}>
      <LineSample line={lineStyleOf(statement.status, statement.confidence)} />
      {relationLabel(statement.predicate, language, direction)}
      <span className={styles.spoken}>{statusLabel(statement.status, language)}</span>
      <Confidence value={statement.confidence} />
    </span>
  );
}
