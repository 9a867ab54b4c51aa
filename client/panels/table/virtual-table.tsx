import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "#client/ui/icon.tsx";
import type { Column } from "./column.ts";
import type { Sorting } from "./order.ts";
import styles from "./table.module.css";

const rowHeight = 32;
/** Rows that a key passes with Page Up and Page Down. */
const page = 12;

interface VirtualTableProps {
  label: string;
  columns: readonly Column[];
  /** Indexes into the graph, in their order. */
  rows: readonly number[];
  sorting: Sorting;
  onSort(column: Column): void;
  isSelected(row: number): boolean;
  cell(column: Column, row: number, focus: { tabIndex: number; "data-focus": string }): ReactNode;
  onPoint(row: number | null): void;
  /** Brought into sight when it changes. */
  shownRow: number | null;
}

/** Any number of rows, of which only those in sight are there; arrows walk the rows, and a screen reader hears how many there are. */
export function VirtualTable({ label, columns, rows, sorting, onSort, isSelected, cell, onPoint, shownRow }: VirtualTableProps) {
  const { t } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const wanted = useRef<number | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const tabStop = Math.min(focused, rows.length - 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row is brought into sight, not another order of the same
  useEffect(() => {
    const at = shownRow === null ? -1 : rows.indexOf(shownRow);
    if (at < 0 || scroll.current?.contains(document.activeElement)) return;
    setFocused(at);
    virtual.scrollToIndex(at, { align: "auto" });
  }, [shownRow]);

  useEffect(() => {
    if (wanted.current === null) return;
    const cellOf = scroll.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] [data-focus]`);
    if (cellOf == null) return;
    wanted.current = null;
    cellOf.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const moves: Partial<Record<string, number>> = {
      ArrowDown: focused + 1,
      ArrowUp: focused - 1,
      PageDown: focused + page,
      PageUp: focused - page,
      Home: 0,
      End: rows.length - 1,
    };
    const move = moves[event.key];
    if (move === undefined || rows.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(rows.length - 1, Math.max(0, move));
    wanted.current = next;
    setFocused(next);
    virtual.scrollToIndex(next);
  };

  return (
    <section ref={scroll} className={styles.scroll} aria-label={label}>
      <table
        className={styles.table}
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
        aria-rowcount={rows.length + 1}
      >
        <colgroup>
          {columns.map(({ id, width, stretches }) => (
            <col key={id} style={stretches ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => {
              const sorted = sorting.column === column.id;
              const direction = sorting.descending ? "descending" : "ascending";
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={column.numeric ? styles.number : undefined}
                  aria-sort={column.sortable ? (sorted ? direction : "none") : undefined}
                >
                  {column.sortable ? (
                    <button type="button" onClick={() => onSort(column)}>
                      {t(column.title)}
                      {sorted && (
                        <span className={sorting.descending ? undefined : styles.ascending}>
                          <Icon name="down" size={10} />
                        </span>
                      )}
                    </button>
                  ) : (
                    <span>{t(column.title)}</span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {before > 0 && <tr style={{ height: before }} />}
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <tr
                key={row}
                data-row={item.index}
                aria-rowindex={item.index + 2}
                className={isSelected(row) ? styles.selected : undefined}
                onFocus={() => setFocused(item.index)}
                onPointerEnter={() => onPoint(row)}
                onPointerLeave={() => onPoint(null)}
              >
                {columns.map((column) => (
                  <td key={column.id} className={column.numeric ? styles.number : undefined}>
                    {cell(column, row, { tabIndex: item.index === tabStop ? 0 : -1, "data-focus": "" })}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
    </section>
  );
}
