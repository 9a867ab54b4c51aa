import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useStore } from "zustand";
import { calls } from "#client/api/calls.ts";
import { useRevisions } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { editor } from "#client/state/editor.ts";
import type { Names } from "#client/state/review-list.ts";
import { go } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { Pill, SectionHead, Skeleton } from "#client/ui/marks.tsx";
import type { ComparisonAnswer } from "#graph/model/api-answers.ts";
import type { Change, Revision } from "#graph/model/change-set.ts";
import { ChangeList } from "./change-list.tsx";
import styles from "./revisions.module.css";

interface RevisionProps {
  between: { from: number; to: number };
  /** Undefined while it is on its way. */
  difference: Pick<ComparisonAnswer, "changes" | "total" | "truncated"> | undefined;
  error: unknown;
  retry: () => void;
  names: Names;
  cursor: string | null;
  point: (change: string) => void;
}

/** What a revision did, who made it, from which files; or what lies between two. */
export function RevisionDetail({ between, difference, error, retry, names, cursor, point }: RevisionProps) {
  const { t } = useTranslation();
  const changes = difference?.changes;
  const { data } = useRevisions();
  const single = between.to === between.from + 1;
  const revision = data?.revisions.find((one) => one.number === between.to);
  return (
    <aside className={styles.detail} aria-label={t("changes.detail")} data-pane="detail" tabIndex={-1}>
      <div className={styles.scroll}>
        <header className={styles.head}>
          <h2>{single ? t("changes.revision", { number: between.to }) : t("changes.between", between)}</h2>
          {single && revision !== undefined && (
            <>
              <p>{revision.message}</p>
              <p className={styles.meta}>{[revision.author, revision.at.slice(0, 16).replace("T", " ")].join(" · ")}</p>
            </>
          )}
        </header>
        {single && revision !== undefined && <Facts revision={revision} difference={difference} />}
        <section className={styles.block}>
          <SectionHead side={difference && formatCount(difference.total)}>{t("changes.whatChanged")}</SectionHead>
          {difference?.truncated === true && (
            <p className={styles.meta}>
              {t("changes.firstOnly", { held: formatCount(difference.changes.length), all: formatCount(difference.total) })}
            </p>
          )}
          {error !== null && error !== undefined && <PanelFailure error={error} retry={retry} />}
          {changes === undefined && !error && <Skeleton lines={6} />}
          {changes?.length === 0 && <p className={styles.meta}>{t("changes.noChangesBetween")}</p>}
          {changes !== undefined && changes.length > 0 && <ChangeList changes={changes} names={names} cursor={cursor} point={point} />}
        </section>
      </div>
      {single && <Revert number={between.to} />}
    </aside>
  );
}

function Facts({ revision, difference }: Pick<RevisionProps, "difference"> & { revision: Revision }) {
  const { t } = useTranslation();
  const { tallies } = revision;
  // Which two entities are not the same counts in no tally; the list below holds it, so that its sum is to be found here.
  const distinctions = difference?.truncated === false ? difference.changes.filter(({ record }) => record.table === "constraints") : [];
  const rows = [
    ...(["entities", "statements", "metrics", "documents"] as const).map((table) => ({ table, of: tallies[table] })),
    ...(distinctions.length === 0 ? [] : [{ table: "constraints" as const, of: byKind(distinctions) }]),
  ];
  return (
    <section className={styles.block}>
      <SectionHead>{t("changes.counts")}</SectionHead>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th>
              <span className={styles.spoken}>{t("changes.field")}</span>
            </th>
            {(["added", "changed", "removed"] as const).map((kind) => (
              <th key={kind}>{t(`changes.kind.${kind}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ table, of }) => (
            <tr key={table}>
              <th scope="row">{t(`changes.table.${table}`)}</th>
              {(["added", "changed", "removed"] as const).map((kind) => (
                <td key={kind} className={of[kind] > 0 ? styles[kind] : styles.none}>
                  {formatCount(of[kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {revision.sources.length > 0 && (
        <>
          <SectionHead>{t("changes.sources")}</SectionHead>
          <ul className={styles.sources}>
            {revision.sources.map((source) => (
              <li key={`${source.name} ${source.sha256}`}>
                <span>{source.name}</span>
                <Pill outlined mono>
                  {source.sha256.slice(0, 10)}
                </Pill>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.meta}>
        {t("changes.checksum")} <code>{revision.checksum.slice(0, 16)}</code>
      </p>
    </section>
  );
}

function byKind(changes: readonly Change[]): Record<"added" | "changed" | "removed", number> {
  const of = (kind: Change["kind"]) => changes.filter((change) => change.kind === kind).length;
  return { added: of("added"), changed: of("changed"), removed: of("removed") };
}

/** Undoing is a change set too: nothing is written before it has been seen. */
function Revert({ number }: { number: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const token = useStore(editor, (it) => it.token);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const revert = async () => {
    setBusy(true);
    setError(null);
    try {
      const set = await calls.revert(number);
      void queries.invalidateQueries({ queryKey: ["changes"] });
      go({ at: "changes", changeSet: set.id });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <footer className={styles.foot}>
      {error !== null && <PanelFailure error={error} retry={() => void revert()} />}
      <Button icon="undo" disabled={token === null || busy} onClick={() => void revert()}>
        {t("changes.revert")}
      </Button>
      <p className={styles.meta}>{t(token === null ? "token.why" : "changes.revertHint")}</p>
    </footer>
  );
}
