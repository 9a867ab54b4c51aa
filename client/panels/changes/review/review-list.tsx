import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import type { Review } from "#client/state/review.ts";
import { filtered, type GroupName, type Item, itemId } from "#client/state/review-list.ts";
import { useReviewing } from "../reviewing.ts";
import { ChangeItem } from "./change-item.tsx";
import { QuestionItem } from "./question-item.tsx";
import styles from "./review-list.module.css";
import { GroupHead } from "./review-panel.tsx";

type Row = { group: GroupName; ids: readonly string[] } | { item: Item };

/** Before the list has been measured: enough for a window. */
const firstHeight = 900;

/** All items by group; only what is in sight is in the page, so that a hundred thousand scroll like ten. */
export function ReviewList({ review }: { review: Review }) {
  const { t } = useTranslation();
  const groups = useReviewing((it) => it.groups);
  const filter = useReviewing((it) => it.filter);
  const names = useReviewing((it) => it.names);
  const cursor = useReviewing((it) => it.cursor);
  const scroll = useRef<HTMLDivElement>(null);
  const { decisions } = review;
  const open = review.set.state === "open";

  const rows = useMemo(() => {
    const list = filtered(groups, filter, { decisions, names, keep: cursor });
    return list.flatMap((group): Row[] => [
      { group: group.name, ids: group.items.map(itemId) },
      ...group.items.map((item): Row => ({ item })),
    ]);
  }, [groups, filter, decisions, names, cursor]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => ("item" in (rows[index] ?? {}) ? 45 : 38),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : "item" in row ? itemId(row.item) : row.group;
    },
    initialRect: { width: 384, height: firstHeight },
    overscan: 8,
  });
  const at = rows.findIndex((row) => "item" in row && itemId(row.item) === cursor);
  useEffect(() => {
    // The heading of the first item comes along.
    if (at >= 0) virtual.scrollToIndex(at === 1 ? 0 : at, { align: "auto" });
  }, [at, virtual]);

  return (
    <div className={styles.list} ref={scroll} data-review-list>
      {rows.length === 0 && review.set.changes.length > 0 && <p className={styles.nothing}>{t("changes.nothingLeft")}</p>}
      <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.slot}
              style={{ transform: `translateY(${start}px)` }}
            >
              {"group" in row ? (
                <GroupHead name={row.group} ids={row.ids} open={open} />
              ) : row.item.at === "change" ? (
                <ChangeItem change={row.item.change} review={review} names={names} here={itemId(row.item) === cursor} />
              ) : (
                <QuestionItem question={row.item.question} here={itemId(row.item) === cursor} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
