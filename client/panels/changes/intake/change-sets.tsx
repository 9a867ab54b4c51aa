import { useStore } from "zustand";
import { useChangeSets } from "#client/api/change-queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { countsOf } from "#client/panels/changes/revisions/revision-track.tsx";
import { PanelFailure } from "#client/panels/failure.tsx";
import { editor } from "#client/state/editor.ts";
import { startEdit } from "#client/state/hand-edits.ts";
import { hrefOf } from "#client/state/screen.ts";
import { waits } from "#client/state/waiting-sets.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { SectionHead, Skeleton } from "#client/ui/marks.tsx";
import type { ChangeSetSummary } from "#graph/model/review.ts";
import { Sign } from "../sign.tsx";
import styles from "./intake.module.css";
import { TokenBox } from "./token-box.tsx";
import { Upload } from "./upload.tsx";

/** Where updating begins: what came in, what waits, what was done with the rest. */
export function ChangeSets() {
  const { t } = useTranslation();
  const token = useStore(editor, (it) => it.token);
  const { data, error, refetch, isPending } = useChangeSets();
  const open = data?.changeSets.filter(waits) ?? [];
  const closed = data?.changeSets.filter((set) => !waits(set)) ?? [];
  return (
    <section className={styles.panel} aria-label={t("changes.region")} data-pane="list" tabIndex={-1}>
      <h1 className={styles.spoken}>{t("top.changes")}</h1>
      <a className={styles.fresh} href={hrefOf({ at: "freshness" })}>
        <Icon name="clock" size={14} />
        {t("fresh.list")}
      </a>
      <TokenBox />
      {token !== null && (
        <>
          <Upload />
          <div className={styles.block}>
            <SectionHead
              side={
                <Button look="link" onClick={() => startEdit({ form: "add-entity" })}>
                  {t("edit.addEntity")}
                </Button>
              }
            >
              {t("changes.open")} {open.length > 0 && formatCount(open.length)}
            </SectionHead>
            {error !== null && <PanelFailure error={error} retry={() => void refetch()} />}
            {isPending && <Skeleton lines={4} />}
            {data !== undefined && open.length === 0 && <p className={styles.meta}>{t("changes.noneOpen")}</p>}
            <List sets={open} />
          </div>
          {closed.length > 0 && (
            <div className={styles.block}>
              <SectionHead>{t("changes.closed")}</SectionHead>
              <List sets={closed} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

const List = ({ sets }: { sets: readonly ChangeSetSummary[] }) => (
  <ul className={styles.sets}>
    {sets.map((set) => (
      <Line key={set.id} set={set} />
    ))}
  </ul>
);

function Line({ set }: { set: ChangeSetSummary }) {
  const { t } = useTranslation();
  const { tallies, decided } = set;
  const counts = { ...countsOf(tallies), conflict: tallies.conflicts };
  const all = decided.accepted + decided.rejected + decided.open;
  const verdict =
    set.state === "open" && all + set.questions === 0
      ? t("said.nothing")
      : set.state === "open"
        ? t("changes.decided", { decided: formatCount(all - decided.open), total: formatCount(all) })
        : set.revision !== null
          ? t("changes.state.applied", { revision: set.revision })
          : t(`changes.state.${set.state === "applied" ? "appliedPlain" : set.state}`);
  return (
    <li>
      <a href={hrefOf({ at: "changes", changeSet: set.id })}>
        <b>{set.title}</b>
        {set.stale && set.state === "open" && <em>{t("changes.stale")}</em>}
        <small>{[t(`changes.origin.${set.origin}`), set.author, set.createdAt.slice(0, 10), verdict].join(" · ")}</small>
        <span className={styles.tally}>
          {(["added", "changed", "removed", "conflict"] as const)
            .filter((kind) => counts[kind] > 0)
            .map((kind) => (
              <span key={kind}>
                <Sign kind={kind} size={13} named />
                {formatCount(counts[kind])}
              </span>
            ))}
          {set.questions > 0 && (
            <span>
              <Sign kind="question" size={13} named />
              {formatCount(set.questions)}
            </span>
          )}
        </span>
      </a>
    </li>
  );
}
