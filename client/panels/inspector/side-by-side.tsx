import type { ReactNode } from "react";
import { useStore } from "zustand";
import { formatFigure, formatPeriod } from "#client/format/figure.ts";
import { attributeLabel, measureLabel, nameOf, relationLabel, statusLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { type Comparison, comparison, endComparison } from "#client/state/comparison.ts";
import { usePreferences } from "#client/state/context.tsx";
import { Confidence, ModalityBadge, Pill } from "#client/ui/marks.tsx";
import { MiddleDialog } from "#client/ui/middle-dialog.tsx";
import { type Claim, whyPreferred } from "#graph/analysis/preference.ts";
import type { MetricAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import { documentForms } from "#graph/vocabulary/marks.ts";
import { Source } from "./evidence.tsx";
import styles from "./side-by-side.module.css";

/** Claims that exclude each other, or the sources of one, beside each other: what each says in its own words, and why one is preferred. */
export function SideBySide() {
  const open = useStore(comparison, (it) => it.open);
  return (
    <MiddleDialog open={open !== null} onClose={endComparison} title={open !== null && <Title of={open} />} width={1080}>
      {open !== null && <Columns of={open} />}
    </MiddleDialog>
  );
}

const isContest = (of: Comparison): of is Exclude<Comparison, { of: "sources" }> => of.of !== "sources";

function Title({ of }: { of: Comparison }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  if (of.of === "sources") return t("sides.sources", { title: of.title, count: of.evidence.length });
  const [first] = of.claims;
  if (first === undefined) return null;
  const about =
    of.of === "metrics"
      ? [measureLabel((first as MetricAnswer).name, language), formatPeriod((first as MetricAnswer).period)].filter(Boolean).join(" ")
      : predicateOf(first as StatementAnswer, language);
  return t(isUpdate(of) ? "sides.update" : "sides.claims", { about, count: of.claims.length });
}

/** One followed the other: no conflict, the earlier one has ended. */
const isUpdate = (of: Comparison): boolean => of.of === "statements" && new Set(of.claims.map((it) => it.validFrom)).size > 1;

const predicateOf = (it: StatementAnswer, language: "zh" | "en"): string =>
  it.objectRef === null
    ? attributeLabel(it.subjectRef.kind, it.predicate, it.value ?? "", language).name
    : relationLabel(it.predicate, language);

export const valueWords = (it: StatementAnswer, language: "zh" | "en"): string =>
  it.objectRef === null ? attributeLabel(it.subjectRef.kind, it.predicate, it.value ?? "", language).value : nameOf(it.objectRef, language);

function Columns({ of }: { of: Comparison }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  if (!isContest(of))
    return (
      <div className={styles.columns}>
        {of.evidence.map((one) => (
          <section
            key={`${one.document} ${one.start ?? ""} ${one.row ?? ""}`}
            className={styles.column}
            aria-label={`${one.title} ${documentForms[one.form][language]}`}
          >
            <Source one={one} tall />
          </section>
        ))}
      </div>
    );
  const [first, ...others] = of.claims as readonly (MetricAnswer | StatementAnswer)[];
  if (first === undefined) return null;
  const why = others.map((other) => whyPreferred(first as Claim, other as Claim)).find((reason) => reason !== null);
  const values = (of.claims as readonly (MetricAnswer | StatementAnswer)[]).map((claim) => ({
    claim,
    value: "predicate" in claim ? valueWords(claim, language) : formatFigure(claim, language),
  }));
  return (
    <div className={styles.columns}>
      {values.map(({ claim, value }) => (
        <Column key={claim.id} claim={claim} value={value} mark={claim !== first ? null : isUpdate(of) ? "now" : "preferred"}>
          {claim === first && why && (
            <p className={styles.why} data-update={isUpdate(of)}>
              <b>{t(isUpdate(of) ? "sides.whyNow" : "sides.why")}</b> {why[language]}
            </p>
          )}
        </Column>
      ))}
    </div>
  );
}

interface ColumnProps {
  claim: MetricAnswer | StatementAnswer;
  value: string;
  mark: "preferred" | "now" | null;
  children: ReactNode;
}

function Column({ claim, value, mark, children }: ColumnProps) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  return (
    <section className={styles.column} data-preferred={mark !== null} aria-label={mark === null ? value : `${value} ${t(`sides.${mark}`)}`}>
      <h3>
        {value}
        {mark !== null && <Pill>{t(`sides.${mark}`)}</Pill>}
      </h3>
      <p className={styles.marks}>
        {"modality" in claim && <ModalityBadge modality={claim.modality} />}
        <span>{statusLabel(claim.status, language)}</span>
        <Confidence value={claim.confidence} />
        <span>{claim.assertedAt ?? t("sides.undated")}</span>
      </p>
      {children}
      {claim.evidence.map((one) => (
        <Source key={`${one.document} ${one.start ?? ""} ${one.row ?? ""}`} one={one} tall />
      ))}
    </section>
  );
}
