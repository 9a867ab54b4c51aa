import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { type Review, writtenAs } from "#client/state/review.ts";
import { itemId } from "#client/state/review-list.ts";
import { Button, Key } from "#client/ui/button.tsx";
import type { Change } from "#graph/model/change-set.ts";
import { ChangeLine } from "../change-line.tsx";
import { EvidenceOf } from "../evidence-of.tsx";
import { reviewing, useReviewing } from "../reviewing.ts";
import { Sign } from "../sign.tsx";
import styles from "./detail.module.css";
import { Fields } from "./fields.tsx";
import { KnockOn } from "./knock-on.tsx";
import { Question } from "./question.tsx";
import { Rivals } from "./rivals.tsx";

/** What is under the hand: the words it rests on, what would be written, what comes with it. */
export function Detail({ editing, setEditing, onShow }: { editing: boolean; setEditing: (editing: boolean) => void; onShow: () => void }) {
  const { t } = useTranslation();
  const { review, groups, cursor } = useReviewing((it) => it);
  const items = groups.flatMap((group) => group.items);
  const at = items.findIndex((item) => itemId(item) === cursor);
  const item = items[at];
  return (
    <aside className={styles.detail} aria-label={t("changes.detail")} data-pane="detail" tabIndex={-1}>
      {review !== null && item !== undefined && (
        <>
          <div className={styles.top}>
            <span>{t("changes.position", { at: at + 1, total: items.length })}</span>
            <span className={styles.grow} />
            {item.at === "change" && (
              <Button
                look="quiet"
                small
                icon="graph"
                aria-label={t("changes.showOnGraph")}
                title={`${t("changes.showOnGraph")} ↵`}
                onClick={onShow}
              />
            )}
            <Button
              look="quiet"
              small
              icon="undo"
              aria-label={t("changes.undo")}
              title={`${t("changes.undo")} U`}
              disabled={review.past.length === 0}
              onClick={reviewing.actions.undo}
            />
            <Button
              look="quiet"
              small
              icon="back"
              aria-label={t("changes.previous")}
              title={`${t("changes.previous")} K`}
              disabled={at === 0}
              onClick={() => reviewing.actions.move(-1)}
            />
            <Button
              look="quiet"
              small
              icon="arrow"
              aria-label={t("changes.next")}
              title={`${t("changes.next")} J`}
              disabled={at === items.length - 1}
              onClick={() => reviewing.actions.move(1)}
            />
          </div>
          {item.at === "question" ? (
            <Question question={item.question} open={review.set.state === "open"} />
          ) : (
            <ChangeDetail key={item.change.id} change={item.change} review={review} editing={editing} setEditing={setEditing} />
          )}
        </>
      )}
    </aside>
  );
}

function ChangeDetail({
  change,
  review,
  editing,
  setEditing,
}: {
  change: Change;
  review: Review;
  editing: boolean;
  setEditing: (editing: boolean) => void;
}) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const names = useReviewing((it) => it.names);
  const held = review.decisions.get(change.id);
  const open = review.set.state === "open";
  const by = held?.because == null ? undefined : review.byId.get(held.because);
  const conflict = change.kind === "conflict";
  return (
    <>
      <div className={styles.scroll}>
        <header className={styles.head}>
          <p className={styles.kind}>
            <Sign kind={change.kind} />
            {language === "zh"
              ? `${t(`changes.kind.${change.kind}`)}${t(`changes.title.${change.record.table}`)}`
              : `${t(`changes.kind.${change.kind}`)} ${t(`changes.title.${change.record.table}`)}`}
            {held?.edited !== undefined && <em>{t("changes.edited")}</em>}
          </p>
          <h2>
            <ChangeLine change={change} names={names} written={writtenAs(review, change)} />
          </h2>
        </header>
        {conflict && <Rivals change={change} review={review} names={names} />}
        <EvidenceOf
          evidence={change.evidence}
          content={change.after ?? change.before ?? {}}
          names={names}
          titles={review.set.documents}
          changes={review.set.changes}
        />
        <Fields change={change} review={review} names={names} open={open} editing={editing} setEditing={setEditing} />
        <KnockOn change={change} review={review} names={names} />
      </div>
      {open && (
        <footer className={styles.verdict}>
          <Button
            className={held?.decision === "accepted" ? styles.accepted : undefined}
            pressed={held?.decision === "accepted"}
            icon="check"
            onClick={() => reviewing.actions.decideHere("accepted")}
          >
            {t(held?.decision === "accepted" ? "changes.accepted" : conflict ? "changes.keepBoth" : "changes.accept")}
            <Key>A</Key>
          </Button>
          <Button
            className={held?.decision === "rejected" ? styles.rejected : undefined}
            pressed={held?.decision === "rejected"}
            icon="close"
            onClick={() => reviewing.actions.decideHere("rejected")}
          >
            {t(held?.decision === "rejected" ? "changes.rejected" : conflict ? "changes.keepOld" : "changes.reject")}
            <Key>X</Key>
          </Button>
          {held !== undefined && (
            <p>
              {held.by !== null && held.at !== null && t("changes.decidedBy", { by: held.by, at: held.at.slice(0, 16).replace("T", " ") })}
              {by !== undefined && (
                <>
                  {" "}
                  {language === "zh" ? "" : "· "}
                  <Button look="link" onClick={() => reviewing.actions.point(by.id)}>
                    {t("changes.cameWith", { change: (by.after ?? by.before)?.name ?? by.record.id })}
                  </Button>
                </>
              )}
            </p>
          )}
        </footer>
      )}
    </>
  );
}
