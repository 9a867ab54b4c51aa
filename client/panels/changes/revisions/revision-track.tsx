import { useRevisions } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { go } from "#client/state/screen.ts";
import type { Tallies } from "#graph/model/change-set.ts";
import styles from "./revisions.module.css";

const shownAtMost = 9;
const highest = 30;

export const countsOf = (tallies: Tallies): { added: number; changed: number; removed: number } => {
  const tables = [tallies.entities, tallies.statements, tallies.metrics, tallies.documents];
  const sum = (kind: "added" | "changed" | "removed") => tables.reduce((total, table) => total + table[kind], 0);
  return { added: sum("added"), changed: sum("changed"), removed: sum("removed") };
};

/** Heights that a seed of thousands and an edit of one can share. */
const heightOf = (count: number): number => (count === 0 ? 0 : Math.min(highest, 3 + 6.4 * Math.log10(count + 1)));

interface TrackProps {
  /** What is drawn now. */
  between: { from: number; to: number } | null;
  /** Counts of a change set that would be the next revision. */
  draft: { added: number; changed: number; removed: number } | null;
}

/** The last revisions with what each did; one shows its difference, two what lies between them. */
export function RevisionTrack({ between, draft }: TrackProps) {
  const { t } = useTranslation();
  const { data } = useRevisions();
  const revisions = data?.revisions.slice(0, shownAtMost).toReversed() ?? [];
  if (revisions.length === 0) return null;
  const next = (revisions.at(-1)?.number ?? 0) + 1;
  return (
    <nav className={styles.track} aria-label={t("changes.track")} title={t("changes.trackHint")}>
      <ol>
        {revisions.map((revision) => {
          const counts = countsOf(revision.tallies);
          const date = revision.at.slice(0, 10);
          const here = between !== null && revision.number > between.from && revision.number <= between.to;
          return (
            <li key={revision.number}>
              <button
                type="button"
                aria-current={here ? "true" : undefined}
                aria-label={t("changes.trackRevision", {
                  number: revision.number,
                  date,
                  added: formatCount(counts.added),
                  changed: formatCount(counts.changed),
                  removed: formatCount(counts.removed),
                })}
                onClick={(event) => {
                  const from = event.shiftKey && between !== null ? Math.min(between.from, revision.number - 1) : revision.number - 1;
                  const to = event.shiftKey && between !== null ? Math.max(between.to, revision.number) : revision.number;
                  go({ at: "revisions", from, to });
                }}
              >
                <Bars counts={counts} />
                <b>#{revision.number}</b>
                <small>{date.slice(5)}</small>
              </button>
            </li>
          );
        })}
        {draft !== null && (
          <li className={styles.draft}>
            <Bars counts={draft} />
            <b>#{next}</b>
            <small>{t("changes.trackDraft")}</small>
          </li>
        )}
      </ol>
    </nav>
  );
}

const Bars = ({ counts }: { counts: { added: number; changed: number; removed: number } }) => (
  <span className={styles.bars} aria-hidden="true">
    {(["added", "changed", "removed"] as const).map((kind) => (
      <i key={kind} className={styles[kind]} style={{ height: heightOf(counts[kind]) }} />
    ))}
  </span>
);
