import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import type { changeKinds } from "#graph/model/change-set.ts";
import styles from "../changes.module.css";
import { Difference } from "../difference/difference.tsx";
import { useSurroundings } from "../difference/surroundings.ts";
import { useNamesOf } from "../names.ts";
import { reviewing, useReviewing } from "../reviewing.ts";
import { RevisionTrack } from "../revisions/revision-track.tsx";
import { Announcer } from "./announcer.tsx";
import { Detail } from "./detail.tsx";
import { useReviewKeys } from "./keys.ts";
import { ReviewPanel } from "./review-panel.tsx";

const none: readonly never[] = [];

/** A change set under review: list, graph, and what is under the hand. */
export function ReviewScreen({ id, onShow }: { id: string; onShow: () => void }) {
  const { t } = useTranslation();
  const { review, cursor, names: own } = useReviewing((it) => it);
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState(0);
  useEffect(() => {
    void reviewing.actions.open(id);
    return () => void reviewing.actions.open(null);
  }, [id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: editing ends when another item comes under the hand
  useEffect(() => setEditing(false), [cursor]);
  const edit = useCallback(() => setEditing(true), []);
  const show = useCallback(() => {
    onShow();
    setShown((count) => count + 1);
  }, [onShow]);
  useReviewKeys({ edit, show });

  const changes = review?.set.changes ?? none;
  const names = useNamesOf(changes, own);
  const around = useSurroundings(changes, names);
  const decisions = review?.decisions;
  const refused = useMemo(
    () =>
      new Set(
        [...(decisions ?? [])].flatMap(([change, held]) => (held.decision === "rejected" ? [change.slice(change.indexOf(":") + 1)] : [])),
      ),
    [decisions],
  );
  const draft = useMemo(() => {
    if (review === null || review.set.state !== "open") return null;
    const count = (kind: (typeof changeKinds)[number]) => changes.filter((change) => change.kind === kind).length;
    return { added: count("added"), changed: count("changed") + count("conflict"), removed: count("removed") };
  }, [review, changes]);
  const based = review?.set.basedOn ?? 0;
  return (
    <>
      <ReviewPanel id={id} />
      <div className={styles.middle}>
        <Difference
          key={`${id} ${review?.set.basedOn ?? ""}`}
          changes={changes}
          rivals={review?.set.rivals ?? {}}
          names={names}
          around={around}
          known={review !== null}
          refused={refused}
          cursor={cursor}
          labels={{
            before: based === 0 ? t("changes.mode.empty") : t("changes.mode.before", { number: based }),
            difference: t("changes.mode.difference"),
            after: t("changes.mode.after", { number: based + 1 }),
          }}
          onPick={reviewing.actions.point}
          shown={shown}
        />
        <RevisionTrack between={null} draft={draft} />
        <Announcer />
      </div>
      <Detail editing={editing} setEditing={setEditing} onShow={show} />
    </>
  );
}
