import { useMemo } from "react";
import { useEntityHistory, useStatementHistory } from "#client/api/change-queries.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { namesOf } from "#client/state/review-list.ts";
import { hrefOf } from "#client/state/screen.ts";
import { SectionHead, Skeleton } from "#client/ui/marks.tsx";
import type { HistoryAnswer } from "#graph/model/api-answers.ts";
import { useTold } from "../strip/use-told.ts";
import { useNamesOf } from "./names.ts";
import { ChangeList } from "./revisions/change-list.tsx";
import styles from "./revisions/revisions.module.css";

/** What revisions changed of an entity, the newest first: itself, and what is said of it. */
export function EntityHistory({ id }: { id: string }) {
  const { data, error, refetch } = useEntityHistory(id);
  useTold("history", data, data?.revisions.length ?? 0);
  return <Revisions data={data} error={error} retry={() => void refetch()} />;
}

export function StatementHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useStatementHistory(id);
  return (
    <>
      <SectionHead>{t("history.statement")}</SectionHead>
      <Revisions data={data} error={error} retry={() => void refetch()} />
    </>
  );
}

function Revisions({ data, error, retry }: { data: HistoryAnswer | undefined; error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const changes = useMemo(() => data?.revisions.flatMap((revision) => revision.changes) ?? [], [data]);
  const own = useMemo(() => namesOf(changes, []), [changes]);
  const names = useNamesOf(changes, own);
  if (error !== null && error !== undefined) return <PanelFailure error={error} retry={retry} />;
  if (data === undefined) return <Skeleton lines={4} />;
  if (data.revisions.length === 0) return <p className={styles.meta}>{t("history.none")}</p>;
  return data.revisions.map((revision) => (
    <section key={revision.number} className={styles.revision}>
      <a href={hrefOf({ at: "revisions", from: revision.number - 1, to: revision.number })}>
        <b>#{revision.number}</b>
        <span>{revision.message}</span>
        <small className={styles.meta}>{revision.at.slice(0, 10)}</small>
      </a>
      <ChangeList changes={revision.changes} names={names} cursor={null} />
    </section>
  ));
}
