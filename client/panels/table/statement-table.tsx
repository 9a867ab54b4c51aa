import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { formatCount } from "#client/format/figure.ts";
import { relationLabel } from "#client/i18n/labels.ts";
import { useActions, useExploration } from "#client/state/context.tsx";
import { setPointedEdge } from "#client/state/hover.ts";
import { kindOf, typeOf } from "#client/state/loaded-graph.ts";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { chosenColumns, isChosen } from "./chosen-columns.ts";
import { nodeName } from "./entity-columns.tsx";
import { useDocumentTitles } from "./facts.ts";
import { matching, ordered, type Sorting, sortBy, toTsv } from "./order.ts";
import { statementColumns } from "./statement-columns.tsx";
import styles from "./table.module.css";
import { Toolbar } from "./toolbar.tsx";
import { useTableRows } from "./use-rows.ts";
import { VirtualTable } from "./virtual-table.tsx";

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** The statements drawn on the canvas: who, what, whom, how sure, and in which documents. */
export function StatementTable() {
  const { t } = useTranslation();
  const actions = useActions();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed);
  const [sorting, setSorting] = useState<Sorting>({ column: "subject", descending: false });
  const selectedEdge = useExploration((it) => it.edge);
  const chosen = useStore(chosenColumns, (it) => it.statements);
  const columns = useMemo(() => statementColumns.filter((column) => isChosen(column, chosen)), [chosen]);
  const { edges, base } = useTableRows();
  const documentTitles = useDocumentTitles();
  const context = useMemo(() => ({ ...base, states: none, figures: none, documentTitles }), [base, documentTitles]);
  const rows = useMemo(() => {
    const found = matching(edges, context, columns, asked);
    const column = statementColumns.find(({ id }) => id === sorting.column) ?? statementColumns[0];
    return column === undefined ? [...found] : ordered(found, context, column, sorting.descending);
  }, [edges, context, columns, asked, sorting]);
  return (
    <>
      <Toolbar
        table="statements"
        columns={statementColumns}
        typed={typed}
        onType={setTyped}
        told={t("table.of", { shown: formatCount(rows.length), total: formatCount(edges.length) })}
        copy={async () => toTsv(rows, context, columns, ({ title }) => t(title))}
      />
      {rows.length === 0 && (
        <p className={styles.empty}>{t(edges.length === 0 ? "table.noStatements" : "table.nothing", { text: asked })}</p>
      )}
      <VirtualTable
        label={t("table.rows", { count: rows.length })}
        columns={columns}
        rows={rows}
        sorting={sorting}
        onSort={(column) => setSorting((before) => sortBy(before, column))}
        isSelected={(row) => row === selectedEdge}
        onPoint={setPointedEdge}
        shownRow={selectedEdge}
        cell={(column, row, focus) => {
          const { graph, language } = context;
          if (column.id === "subject" || column.id === "object") {
            const node = graph.edges[column.id === "subject" ? "source" : "target"][row] as number;
            return (
              <button type="button" tabIndex={-1} className={styles.name} onClick={() => actions.select(node)}>
                <KindGlyph kind={kindOf(graph, node)} />
                <span>{nodeName(context, node)}</span>
              </button>
            );
          }
          const content = (column.cell ?? column.text)(context, row);
          if (column.id !== "relation") return content;
          const name = [
            nodeName(context, graph.edges.source[row] as number),
            relationLabel(typeOf(graph, row), language),
            nodeName(context, graph.edges.target[row] as number),
          ].join(" ");
          return (
            <button
              type="button"
              {...focus}
              className={styles.name}
              aria-label={name}
              aria-pressed={row === selectedEdge}
              onClick={() => actions.selectEdge(row === selectedEdge ? null : row)}
            >
              {content}
            </button>
          );
        }}
      />
    </>
  );
}
