import { formatFigure, formatPeriod } from "#client/format/figure.ts";
import { attributeLabel, measureLabel, nameOf, relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { compare } from "#client/state/comparison.ts";
import { usePreferences } from "#client/state/context.tsx";
import { Button } from "#client/ui/button.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import { byPreference } from "#graph/analysis/preference.ts";
import { rivalFigures, rivalsOf } from "#graph/analysis/rivals.ts";
import type { EntityAnswer, MetricAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import styles from "./changed.module.css";
import { valueWords } from "./side-by-side.tsx";

/** What a later document changed of an entity: the earlier value struck, the later one beside it. */
export function Changed({ data }: { data: EntityAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const rivals = rivalsOf(data.statements);
  // What ends by its own time (a plan's period) was changed by nobody.
  const ended = data.statements.filter(
    (it) => it.validTo !== undefined && (rivals.get(it.id)?.followedBy != null || !it.derived.includes("validTo")),
  );
  if (ended.length === 0) return null;
  return (
    <section className={styles.block} aria-label={t("changed.title")}>
      <SectionHead side={ended.length}>{t("changed.title")}</SectionHead>
      <ul>
        {ended.map((it) => {
          const next = rivals.get(it.id)?.followedBy ?? null;
          return (
            <li key={it.id} className={styles.change}>
              <b aria-hidden="true">~</b>
              <span>
                {aboutOf(it, data, language)} <del>{next === null ? otherOf(it, data, language) : valueWords(it, language)}</del>
                {next !== null && <ins>{valueWords(next, language)}</ins>}
                <small>
                  {next === null
                    ? t("changed.ended", { at: it.validTo })
                    : t("changed.since", { at: next.validFrom, said: next.assertedAt ?? t("sides.undated") })}
                </small>
              </span>
              {next !== null && (
                <Button
                  small
                  aria-label={t("changed.compareName", { about: aboutOf(it, data, language) })}
                  onClick={() => compare({ of: "statements", claims: [next, it] })}
                >
                  {t("sides.open")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The attribute, or the relation as this entity sees it. */
function aboutOf(it: StatementAnswer, { entity }: EntityAnswer, language: "zh" | "en"): string {
  if (it.objectRef === null) return attributeLabel(entity.kind, it.predicate, it.value ?? "", language).name;
  return relationLabel(it.predicate, language, it.subject === entity.id ? "out" : "in");
}

const otherOf = (it: StatementAnswer, { entity }: EntityAnswer, language: "zh" | "en"): string =>
  it.objectRef === null ? valueWords(it, language) : nameOf(it.subject === entity.id ? it.objectRef : it.subjectRef, language);

/** Where sources say otherwise: every such place once, with both values, to be laid side by side. */
export function Disagreements({ data }: { data: EntityAnswer }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const contests = contestsOf(data);
  if (contests.length === 0) return null;
  return (
    <section className={styles.block} aria-label={t("contest.title")}>
      <SectionHead side={contests.length}>{t("contest.title")}</SectionHead>
      <ul>
        {contests.map((contest) => {
          const [first, ...others] = contest.claims;
          if (first === undefined) return null;
          const about =
            "predicate" in first
              ? aboutOf(first, data, language)
              : [measureLabel(first.name, language), formatPeriod(first.period)].filter(Boolean).join(" ");
          const words = (it: StatementAnswer | MetricAnswer) => ("predicate" in it ? valueWords(it, language) : formatFigure(it, language));
          return (
            <li key={first.id} className={styles.contest}>
              <b aria-hidden="true">!</b>
              <span>
                {about} <strong>{words(first)}</strong>
                <small>{t("contest.against", { values: others.map(words).join(language === "zh" ? "、" : ", ") })}</small>
              </span>
              <Button small aria-label={t("contest.compareName", { about })} onClick={() => compare(contest)}>
                {t("sides.open")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Contest = { of: "statements"; claims: StatementAnswer[] } | { of: "metrics"; claims: MetricAnswer[] };

/** Each group of claims that exclude each other, the preferred one first. */
export function contestsOf({ statements, metrics }: Pick<EntityAnswer, "statements" | "metrics">): Contest[] {
  const seen = new Set<string>();
  const contests: Contest[] = [];
  const rivals = rivalsOf(statements);
  for (const it of statements) {
    const against = rivals.get(it.id)?.conflicts ?? [];
    if (against.length === 0 || seen.has(it.id)) continue;
    const claims = [it, ...against].sort(byPreference);
    for (const { id } of claims) seen.add(id);
    contests.push({ of: "statements", claims });
  }
  for (const it of metrics) {
    const against = rivalFigures(it, metrics);
    if (against.length === 0 || seen.has(it.id)) continue;
    const claims = [it, ...against].sort(byPreference);
    for (const { id } of claims) seen.add(id);
    contests.push({ of: "metrics", claims });
  }
  return contests;
}
