import { useEffect } from "react";
import { elapsedOf, useEntity } from "#client/api/queries.ts";
import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { comparisonCypher } from "#client/queries/canvas.ts";
import { useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { go } from "#client/state/screen.ts";
import { report } from "#client/state/tasks.ts";
import { Button } from "#client/ui/button.tsx";
import { Skeleton } from "#client/ui/marks.tsx";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import { HeardNote, useHeard } from "../inspector/heard-note.tsx";
import { alignRelations } from "./aligned-relations.ts";
import { Attributes } from "./attributes.tsx";
import styles from "./compare.module.css";
import { Figures } from "./figures.tsx";
import { Relations } from "./relations.tsx";
import { SideHead } from "./side-head.tsx";

interface CompareProps {
  a: string | null;
  b: string | null;
}

/** Two entities side by side: what they are, their figures where they may be compared, whom both know, and whom only one. */
export default function Compare({ a, b }: CompareProps) {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const language = usePreferences((it) => it.language);
  const heard = useHeard();
  const one = useEntity(a, heard);
  const other = useEntity(b, heard);
  const sides =
    one.data !== undefined && other.data !== undefined && a !== null && b !== null ? { one: one.data, other: other.data } : null;

  useEffect(() => {
    if (one.data === undefined || other.data === undefined) return;
    // The answer tells with which clocks and documents it was asked.
    const { at = null, undated = true, heard = null } = one.data.cypher.parameters;
    const parameters = { one: one.data.entity.id, other: other.data.entity.id, at, undated, heard };
    const { shared } = alignRelations(one.data, other.data);
    const elapsedMs = Math.max(elapsedOf(one.data), elapsedOf(other.data));
    report(store, { name: "compare", cypher: { query: comparisonCypher, parameters }, rows: shared.length, unit: "nodes", elapsedMs });
  }, [one.data, other.data, store]);

  return (
    <main className={styles.compare} aria-label={t("compare.region")}>
      <div className={styles.head}>
        <div className={styles.titles}>
          <h1>
            {sides === null
              ? t("compare.title")
              : t("compare.titleOf", { one: nameOf(sides.one.entity, language), other: nameOf(sides.other.entity, language) })}
          </h1>
          <Button small look="quiet" icon="swap" className={styles.swap} onClick={() => go({ at: "compare", a: b, b: a })}>
            {t("compare.swap")}
          </Button>
        </div>
        <SideHead answer={one.data} label={t("compare.first")} onChoose={(id) => go({ at: "compare", a: id, b })} />
        <SideHead answer={other.data} label={t("compare.second")} onChoose={(id) => go({ at: "compare", a, b: id })} />
      </div>
      <div className={styles.said}>
        <HeardNote />
      </div>
      {one.error !== null && <PanelFailure error={one.error} retry={() => void one.refetch()} />}
      {other.error !== null && <PanelFailure error={other.error} retry={() => void other.refetch()} />}
      {a !== null && a === b && <p className={styles.note}>{t("compare.same")}</p>}
      {(a === null || b === null) && <p className={styles.note}>{t("compare.choose")}</p>}
      {sides === null && a !== null && b !== null && one.error === null && other.error === null && (
        <div className={styles.waiting}>
          <Skeleton lines={6} />
        </div>
      )}
      {sides !== null && <Sides {...sides} />}
    </main>
  );
}

function Sides({ one, other }: { one: EntityAnswer; other: EntityAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const cut = [one, other].filter((it) => it.totalStatements > it.statements.length);
  return (
    <>
      {cut.map(({ entity, statements, totalStatements }) => (
        <p key={entity.id} className={styles.note} role="status">
          {t("compare.cut", { name: nameOf(entity, language), shown: statements.length, total: totalStatements })}
        </p>
      ))}
      <Attributes one={one} other={other} />
      <Figures one={one} other={other} />
      <Relations one={one} other={other} />
    </>
  );
}
