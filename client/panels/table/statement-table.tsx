import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from "react";
import { useStore } from "zustand";
import { formatCount } from "#client/format/figure.ts";
import { relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useDocumentTitles } from "#client/panels/documents/titles.ts";
import type { Actions } from "#client/state/actions.ts";
import { useActions, useExploration, usePreferences } from "#client/state/context.tsx";
import { setPointedEdge } from "#client/state/hover.ts";
import { kindOf, typeOf } from "#client/state/loaded-graph.ts";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { chosenColumns, isChosen } from "./chosen-columns.ts";
import type { Column, TableContext } from "./column.ts";
import { nodeName } from "./entity-columns.tsx";
import { type Sorting, sortBy, toTsv } from "./order.ts";
import { statementColumns } from "./statement-columns.tsx";
import styles from "./table.module.css";
import { Toolbar } from "./toolbar.tsx";
import { useDrawnRows, useListed } from "./use-rows.ts";
import { type RowState, VirtualTable } from "./virtual-table.tsx";

const none: ReadonlyMap<string, never> = new Map<string, never>();
const noRows: readonly number[] = [];

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
  const language = usePreferences((it) => it.language);
  const drawn = useDrawnRows();
  const documentTitles = useDocumentTitles();
  const context = useMemo(
    () => drawn.value && { ...drawn.value.base, language, states: none, figures: none, documentTitles },
    [drawn.value, language, documentTitles],
  );
  const edges = drawn.value?.edges ?? noRows;
  const listed = useListed(edges, context, { columns, all: statementColumns, asked, sorting });
  const rows = listed.value?.rows ?? noRows;
  const shown = listed.value?.context ?? null;
  const pending = drawn.pending || listed.pending;
  const cell = useCallback(
    (column: Column, row: number, state: RowState) => (shown === null ? null : statementCell(shown, { column, row, state, actions })),
    [shown, actions],
  );
  const sort = useCallback((column: Column) => setSorting((before) => sortBy(before, column)), []);
  return (
    <>
      <Toolbar
        table="statements"
        columns={statementColumns}
        typed={typed}
        onType={setTyped}
        told={t("table.of", { shown: formatCount(rows.length), total: formatCount(edges.length) })}
        copy={async () => (shown === null ? "" : toTsv(rows, shown, columns, ({ title }) => t(title)))}
      />
      {rows.length === 0 && !pending && (
        <p className={styles.empty}>{t(edges.length === 0 ? "table.noStatements" : "table.nothing", { text: asked })}</p>
      )}
      <VirtualTable
        label={t("table.rows", { count: rows.length })}
        columns={columns}
        rows={rows}
        sorting={sorting}
        onSort={sort}
        isSelected={(row) => row === selectedEdge}
        onPoint={setPointedEdge}
        shownRow={selectedEdge}
        cell={cell}
        busy={pending}
      />
    </>
  );
}

interface StatementCell {
  column: Column;
  row: number;
  state: RowState;
  actions: Pick<Actions, "select" | "selectEdge">;
}

function statementCell(context: TableContext, { column, row, state, actions }: StatementCell): ReactNode {
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
      {...state.focus}
      className={styles.name}
      aria-label={name}
      aria-pressed={state.selected}
      onClick={() => actions.selectEdge(state.selected ? null : row)}
    >
      {content}
    </button>
  );
}
