import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { Icon } from "#client/ui/icon.tsx";
import type { Column } from "./column.ts";
import type { Sorting } from "./order.ts";
import { useRowWindow } from "./row-window.ts";
import styles from "./table.module.css";

const rowHeight = 32;
/** Rows that a key passes with Page Up and Page Down. */
const page = 12;

/** What a cell is told of its row: how it takes the focus, and whether it is selected. */
export interface RowState {
  readonly focus: { tabIndex: number; "data-focus": string };
  readonly selected: boolean;
}

/** Functions keep their identity as long as they answer the same: a row is rendered again only when something of it has changed. */
interface VirtualTableProps {
  label: string;
  columns: readonly Column[];
  /** Indexes into the graph, in their order. */
  rows: readonly number[];
  sorting: Sorting;
  onSort(column: Column): void;
  isSelected(row: number): boolean;
  cell(column: Column, row: number, state: RowState): ReactNode;
  onPoint(row: number | null): void;
  /** Brought into sight when it changes. */
  shownRow: number | null;
  /** Whether other rows are on their way. */
  busy: boolean;
}

/** Any number of rows, of which only those in sight are there; arrows walk the rows, and a screen reader hears how many there are. */
export function VirtualTable({ label, columns, rows, sorting, onSort, isSelected, cell, onPoint, shownRow, busy }: VirtualTableProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const wanted = useRef<number | null>(null);
  const { first, end, show } = useRowWindow(scroll, { count: rows.length, rowHeight });
  const tabStop = Math.min(focused, rows.length - 1);

  const filled = rows.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row is brought into sight, not another order of the same
  useEffect(() => {
    const at = shownRow === null ? -1 : rows.indexOf(shownRow);
    if (at < 0 || scroll.current?.contains(document.activeElement)) return;
    setFocused(at);
    show(at);
  }, [shownRow, filled]);

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
    show(next);
  };

  return (
    <section ref={scroll} className={styles.scroll} aria-label={label} aria-busy={busy}>
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
        <Head columns={columns} sorting={sorting} onSort={onSort} />
        <tbody onKeyDown={onKeyDown}>
          {first > 0 && <tr style={{ height: first * rowHeight }} />}
          {rows.slice(first, end).map((row, index) => (
            <Row
              key={row}
              row={row}
              at={first + index}
              columns={columns}
              cell={cell}
              selected={isSelected(row)}
              tabStop={first + index === tabStop}
              onPoint={onPoint}
              onFocus={setFocused}
            />
          ))}
          {end < rows.length && <tr style={{ height: (rows.length - end) * rowHeight }} />}
        </tbody>
      </table>
    </section>
  );
}

interface HeadProps extends Pick<VirtualTableProps, "columns" | "sorting" | "onSort"> {}

const Head = memo(function Head({ columns, sorting, onSort }: HeadProps) {
  const { t } = useTranslation();
  return (
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
  );
});

interface RowProps extends Pick<VirtualTableProps, "columns" | "cell" | "onPoint"> {
  row: number;
  /** Its place in the order. */
  at: number;
  selected: boolean;
  tabStop: boolean;
  onFocus(at: number): void;
}

const Row = memo(function Row({ row, at, columns, cell, selected, tabStop, onPoint, onFocus }: RowProps) {
  const state: RowState = { focus: { tabIndex: tabStop ? 0 : -1, "data-focus": "" }, selected };
  return (
    <tr
      data-row={at}
      aria-rowindex={at + 2}
      className={selected ? styles.selected : undefined}
      onFocus={() => onFocus(at)}
      onPointerEnter={() => onPoint(row)}
      onPointerLeave={() => onPoint(null)}
    >
      {columns.map((column) => (
        <td key={column.id} className={column.numeric ? styles.number : undefined}>
          {cell(column, row, state)}
        </td>
      ))}
    </tr>
  );
});
