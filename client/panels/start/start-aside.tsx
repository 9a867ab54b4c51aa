import { useChangeSets } from "#client/api/change-queries.ts";
import { useRevisions, useStart } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, usePreferences } from "#client/state/context.tsx";
import { go, hrefOf } from "#client/state/screen.ts";
import { waits } from "#client/state/waiting-sets.ts";
import { SectionHead, UnknownBox } from "#client/ui/marks.tsx";
import type { Revision } from "#graph/model/change-set.ts";
import styles from "./start-aside.module.css";

const signs = [
  ["added", "+"],
  ["changed", "~"],
  ["removed", "−"],
] as const;

const sumOf = (revision: Revision, what: "added" | "changed" | "removed"): number => {
  const { entities, statements, metrics, documents } = revision.tallies;
  return entities[what] + statements[what] + metrics[what] + documents[what];
};

/** Beside the start page: the newest revision, and what no source says. */
export function StartAside() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const { data: revisions } = useRevisions();
  const { data: start } = useStart();
  const { data: sets } = useChangeSets();
  const waiting = sets?.changeSets.filter(waits).length ?? 0;
  const newest = revisions?.revisions.reduce<Revision | null>(
    (best, one) => (best === null || one.number > best.number ? one : best),
    null,
  );
  return (
    <aside className={styles.aside} aria-label={t("start.aside")}>
      {newest && (
        <section className={styles.revision}>
          <SectionHead
            side={
              <a className={styles.asideLink} href={hrefOf({ at: "changes", changeSet: null })}>
                {t("start.allRevisions", { count: revisions?.revisions.length ?? 0 })}
              </a>
            }
          >
            {t("start.newestRevision")}
          </SectionHead>
          <p>
            <b>#{newest.number}</b> <span>{[newest.at.slice(0, 10), newest.message].filter(Boolean).join(" · ")}</span>
          </p>
          <ul className={styles.tallies}>
            {signs.map(([what, sign]) => (
              <li key={what} title={t(`tally.${what}`)}>
                <i className={styles[what]}>{sign}</i>
                {formatCount(sumOf(newest, what))}
              </li>
            ))}
            <li title={t("tally.conflict")}>
              <i className={styles.conflict}>!</i>
              {formatCount(newest.tallies.conflicts)}
            </li>
            <li className={styles.difference}>
              <a className={styles.asideLink} href={hrefOf({ at: "revisions", from: newest.number - 1, to: newest.number })}>
                {t("start.difference")}
              </a>
            </li>
          </ul>
          {waiting > 0 && (
            <p className={styles.waiting}>
              {t("start.waiting", { count: waiting })}
              <a className={styles.asideLink} href={hrefOf({ at: "changes", changeSet: null })}>
                {t("start.review")}
              </a>
            </p>
          )}
        </section>
      )}
      {start && start.unknown.length > 0 && (
        <UnknownBox title={t("unknown.title")} action={<span>{t("unknown.total", { count: start.unknownTotal })}</span>}>
          <ul className={styles.unknowns}>
            {start.unknown.slice(0, 6).map((one) => (
              <li key={`${one.entity.id} ${one.code}`}>
                <button
                  type="button"
                  onClick={() => {
                    go({ at: "explore", entity: null });
                    void actions.open(one.entity.id);
                  }}
                >
                  {nameOf(one.entity, language)}
                  {language === "zh" ? "：" : ": "}
                  {one[language]}
                </button>
              </li>
            ))}
          </ul>
        </UnknownBox>
      )}
    </aside>
  );
}
