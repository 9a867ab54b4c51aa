import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, usePreferences } from "#client/state/context.tsx";
import { Icon } from "#client/ui/icon.tsx";
import type { CypherResult, Value } from "#graph/model/cypher-result.ts";
import { Cell, isNode, sortValue } from "./cell.tsx";
import styles from "./result-table.module.css";

type Row = readonly Value[];

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});
const helper = createColumnHelper<typeof features, Row>();
const rowHeight = 32;

/** Rows as the query returned them; a click selects on the canvas what the row speaks of. */
export function ResultTable({ result }: { result: CypherResult }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const scroll = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<Row | null>(null);
  const rows = result.rows as unknown as Row[];
  const numeric = useMemo(
    () =>
      result.columns.map(
        (_, at) => rows.some((row) => typeof row[at] === "number") && rows.every((row) => row[at] === null || typeof row[at] === "number"),
      ),
    [result.columns, rows],
  );
  const columns = useMemo(
    () =>
      helper.columns(
        result.columns.map((name, at) =>
          helper.accessor((row: Row) => sortValue(row[at] ?? null, language), {
            id: `${at}`,
            header: name,
            sortFn: numeric[at] ? "basic" : "alphanumeric",
          }),
        ),
      ),
    [result.columns, numeric, language],
  );
  const table = useTable({ features, columns, data: rows });
  const sorted = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  const pick = async (row: Row) => {
    setPicked(row);
    await actions.selectResultRow(
      result.graph,
      row.filter(isNode).map((node) => node.$node),
    );
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard
    <section ref={scroll} className={styles.scroll} tabIndex={0} aria-label={t("workbench.rowTable", { count: rows.length })}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              <th scope="col" className={styles.index}>
                #
              </th>
              {group.headers.map((header, at) => {
                const direction = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    className={numeric[at] ? styles.right : undefined}
                    aria-sort={direction === "asc" ? "ascending" : direction === "desc" ? "descending" : "none"}
                  >
                    <button type="button" onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                      {direction !== false && (
                        <span className={direction === "asc" ? styles.ascending : undefined}>
                          <Icon name="down" size={10} />
                        </span>
                      )}
                    </button>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {before > 0 && (
            <tr style={{ height: before }}>
              <td />
            </tr>
          )}
          {items.map((item) => {
            const row = sorted[item.index];
            if (row === undefined) return null;
            const chosen = row.original === picked;
            return (
              <tr
                key={row.id}
                aria-rowindex={item.index + 2}
                className={chosen ? styles.picked : undefined}
                onClick={() => void pick(row.original)}
              >
                <td className={styles.index}>{item.index + 1}</td>
                {row.original.map((value, at) => (
                  <td key={result.columns[at]} className={numeric[at] ? styles.right : undefined}>
                    <Cell value={value} />
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && (
            <tr style={{ height: after }}>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
