import { useMemo } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { carriedBy, type Review } from "#client/state/review.ts";
import type { Names } from "#client/state/review-list.ts";
import { SectionHead } from "#client/ui/marks.tsx";
import type { Change } from "#graph/model/change-set.ts";
import { ChangeLine } from "../change-line.tsx";
import { reviewing } from "../reviewing.ts";
import { Sign } from "../sign.tsx";
import styles from "./detail.module.css";

const shownAtMost = 5;

/** What a decision on this change carries along, said before it is taken. */
export function KnockOn({ change, review, names }: { change: Change; review: Review; names: Names }) {
  const { t } = useTranslation();
  const needed = useMemo(() => carriedBy(review, change.id, "accepted"), [review, change.id]);
  const hanging = useMemo(() => carriedBy(review, change.id, "rejected"), [review, change.id]);
  return (
    <section className={styles.block}>
      <SectionHead>{t("changes.knockOn")}</SectionHead>
      {needed.length === 0 && hanging.length === 0 && <p className={styles.hint}>{t("changes.knockOnNone")}</p>}
      {needed.length > 0 && <Along title={t("changes.needs", { count: needed.length })} ids={needed} review={review} names={names} />}
      {hanging.length > 0 && <Along title={t("changes.hangs", { count: hanging.length })} ids={hanging} review={review} names={names} />}
    </section>
  );
}

function Along({ title, ids, review, names }: { title: string; ids: readonly string[]; review: Review; names: Names }) {
  return (
    <>
      <p>{title}</p>
      <ul className={styles.along}>
        {ids.slice(0, shownAtMost).map((id) => {
          const change = review.byId.get(id);
          return (
            change && (
              <li key={id}>
                <button type="button" onClick={() => reviewing.actions.point(id)}>
                  <Sign kind={change.kind} size={14} />
                  <ChangeLine change={change} names={names} />
                </button>
              </li>
            )
          );
        })}
        {ids.length > shownAtMost && <li>+{ids.length - shownAtMost}</li>}
      </ul>
    </>
  );
}
