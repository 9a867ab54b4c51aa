import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { progressOf, type Review } from "#client/state/review.ts";
import type { Standing } from "#client/state/review-list.ts";
import { hrefOf } from "#client/state/screen.ts";
import { Button, Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { Pill, Skeleton } from "#client/ui/marks.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import { changeKinds } from "#graph/model/change-set.ts";
import { reviewing, useReviewing } from "../reviewing.ts";
import { Sign } from "../sign.tsx";
import { ApplyBar } from "./apply-bar.tsx";
import list from "./review-list.module.css";
import { ReviewList } from "./review-list.tsx";
import styles from "./review-panel.module.css";
import { Saving } from "./saving.tsx";

/** A change set with everything that it would do, to be decided one by one or group by group. */
export function ReviewPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const review = useReviewing((it) => it.review);
  const error = useReviewing((it) => it.error);
  const { actions } = reviewing;
  return (
    <section className={styles.panel} aria-label={t("changes.region")} data-pane="list" tabIndex={-1}>
      <a className={styles.back} href={hrefOf({ at: "changes", changeSet: null })}>
        <Icon name="back" size={14} />
        {t("changes.back")}
      </a>
      {review === null ? (
        <div className={styles.block}>
          {error === null ? <Skeleton lines={6} /> : <PanelFailure error={error} retry={() => void actions.reload()} />}
        </div>
      ) : (
        <>
          <Head review={review} id={id} />
          <ReviewList review={review} />
          <ApplyBar review={review} />
        </>
      )}
    </section>
  );
}

function Head({ review, id }: { review: Review; id: string }) {
  const { t } = useTranslation();
  const { set } = review;
  const { accepted, rejected, total } = progressOf(review);
  const filter = useReviewing((it) => it.filter);
  const busy = useReviewing((it) => it.busy);
  const state =
    set.state === "applied" && set.revision !== null
      ? t("changes.state.applied", { revision: set.revision })
      : t(`changes.state.${set.state === "applied" ? "appliedPlain" : set.state}`);
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1 title={id}>{set.title}</h1>
        <span className={styles.state}>{state}</span>
      </div>
      <p className={styles.meta}>
        {[t(`changes.origin.${set.origin}`), t("changes.basedOn", { number: set.basedOn }), set.author, set.createdAt.slice(0, 10)].join(
          " · ",
        )}
      </p>
      <dl className={styles.tiles}>
        {changeKinds.map((kind) => (
          <div key={kind} className={styles[kind]}>
            <dd>{formatCount(set.changes.filter((change) => change.kind === kind).length)}</dd>
            <dt>{t(`changes.kind.${kind}`)}</dt>
          </div>
        ))}
      </dl>
      {set.stale && set.state === "open" && (
        <div className={styles.stale} role="alert">
          <b>{t("changes.staleTitle")}</b>
          <p>{t("changes.staleWhy", { number: set.basedOn })}</p>
          <Button small disabled={busy !== null} onClick={() => void reviewing.actions.rebase()}>
            {t("changes.rebase")}
          </Button>
        </div>
      )}
      {total > 0 && (
        <>
          <div
            className={styles.bar}
            role="progressbar"
            aria-label={t("changes.progress")}
            aria-valuemin={0}
            aria-valuemax={total}
            aria-valuenow={accepted + rejected}
          >
            <i style={{ width: `${(100 * accepted) / total}%` }} />
            <i style={{ width: `${(100 * rejected) / total}%` }} />
          </div>
          <p className={styles.progress}>
            {t("changes.decided", { decided: formatCount(accepted + rejected), total: formatCount(total) })}
            <Saving review={review} />
            <span className={styles.keys} aria-hidden="true">
              <Key>J</Key>
              <Key>K</Key>
              <Key>A</Key>
              <Key>X</Key>
              <Key>E</Key>
              <Key>U</Key>
            </span>
          </p>
          <div className={styles.filters}>
            <Segmented<Standing>
              label={t("changes.filter")}
              value={filter.standing}
              onChange={(standing) => reviewing.actions.setFilter({ standing })}
              options={(["all", "open", "accepted", "rejected"] as const).map((value) => ({ value, text: t(`changes.filter.${value}`) }))}
            />
            <input
              type="search"
              className={styles.find}
              value={filter.text}
              placeholder={t("changes.find")}
              aria-label={t("changes.find")}
              onChange={(event) => reviewing.actions.setFilter({ text: event.target.value })}
            />
          </div>
        </>
      )}
      {set.silenced > 0 && <p className={styles.meta}>{t("changes.silenced", { count: set.silenced })}</p>}
      {set.changes.length === 0 && <p className={list.nothing}>{t("changes.empty")}</p>}
      {set.remarks.length > 0 && (
        <details className={styles.remarks}>
          <summary>
            <Pill>
              {t("changes.remarks")} {set.remarks.length}
            </Pill>
          </summary>
          <ul>
            {set.remarks.map((remark) => (
              <li key={`${remark.text} ${remark.start ?? ""}`}>
                {remark.text} {remark.start !== null && <small>{`[${remark.start}, ${remark.end ?? ""})`}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

/** A group's heading with what is decided for all of it at once. */
export function GroupHead({ name, ids, open }: { name: Parameters<typeof Sign>[0]["kind"]; ids: readonly string[]; open: boolean }) {
  const { t } = useTranslation();
  const group = t(`changes.kind.${name}`);
  return (
    <div className={styles.group}>
      <Sign kind={name} />
      <h2>{group}</h2>
      <small>{formatCount(ids.length)}</small>
      {open && name !== "question" && (
        <span className={styles.all}>
          <Button look="link" aria-label={t("changes.acceptAllOf", { group })} onClick={() => reviewing.actions.decide(ids, "accepted")}>
            {t("changes.acceptAll")}
          </Button>
          <Button look="link" aria-label={t("changes.rejectAllOf", { group })} onClick={() => reviewing.actions.decide(ids, "rejected")}>
            {t("changes.rejectAll")}
          </Button>
        </span>
      )}
    </div>
  );
}
