import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlasStore, useExplorationLater, usePreferences } from "#client/state/context.tsx";
import { setHovered } from "#client/state/hover.ts";
import { kindOf } from "#client/state/loaded-graph.ts";
import { go } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { chosenColumns, isChosen } from "./chosen-columns.ts";
import type { Column } from "./column.ts";
import { entityColumns } from "./entity-columns.tsx";
import { useFigures, useStates } from "./facts.ts";
import { Grouped } from "./grouped.tsx";
import { type Sorting, sortBy, toTsv } from "./order.ts";
import styles from "./table.module.css";
import { Toolbar } from "./toolbar.tsx";
import { useDrawnRows, useListed } from "./use-rows.ts";
import { type RowState, VirtualTable } from "./virtual-table.tsx";

const none: ReadonlyMap<string, never> = new Map<string, never>();
const noRows: readonly number[] = [];

/** The entities on the canvas; a click selects, ⌘ or Ctrl adds, Shift selects up to here. */
export function EntityTable() {
  const { t } = useTranslation();
  const actions = useActions();
  const store = useAtlasStore();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed);
  const [sorting, setSorting] = useState<Sorting>({ column: "degree", descending: true });
  const anchor = useRef<number | null>(null);
  const selection = useExplorationLater((it) => it.selection);
  const chosen = useStore(chosenColumns, (it) => it.entities);
  const columns = useMemo(() => entityColumns.filter((column) => isChosen(column, chosen)), [chosen]);
  const states = useStates(columns.some(({ id }) => id === "state"));
  const figures = useFigures(columns.some(({ id }) => id === "figure"));
  const language = usePreferences((it) => it.language);
  const drawn = useDrawnRows();
  const context = useMemo(
    () =>
      drawn.value && { ...drawn.value.base, language, states: states.facts ?? none, figures: figures.facts ?? none, documentTitles: none },
    [drawn.value, language, states.facts, figures.facts],
  );
  const nodes = drawn.value?.nodes ?? noRows;
  const listed = useListed(nodes, context, { columns, all: entityColumns, asked, sorting });
  const rows = listed.value?.rows ?? noRows;
  const shown = listed.value?.context ?? null;
  const selected = useMemo(() => new Set(selection), [selection]);
  const order = useRef(rows);
  order.current = rows;

  const choose = useCallback(
    (row: number, { shift, more }: { shift: boolean; more: boolean }) => {
      const now = order.current;
      if (shift && anchor.current !== null) {
        const [from, to] = [now.indexOf(anchor.current), now.indexOf(row)].sort((a, b) => a - b) as [number, number];
        return actions.selectSeveral(now.slice(Math.max(0, from), to + 1));
      }
      anchor.current = row;
      if (more) actions.toggleSelected(row);
      else actions.select(row);
    },
    [actions],
  );
  const cell = useCallback(
    (column: Column, row: number, state: RowState) => {
      if (shown === null) return null;
      if (column.id !== "name") return (column.cell ?? column.text)(shown, row);
      return (
        <button
          type="button"
          {...state.focus}
          className={styles.name}
          aria-pressed={state.selected}
          onClick={(event) => choose(row, { shift: event.shiftKey, more: event.metaKey || event.ctrlKey })}
          onKeyDown={(event) => {
            if (event.key !== " ") return;
            event.preventDefault();
            actions.toggleSelected(row);
          }}
        >
          <KindGlyph kind={kindOf(shown.graph, row)} />
          <span>{column.text(shown, row)}</span>
          <Grouped context={shown} node={row} />
        </button>
      );
    },
    [shown, actions, choose],
  );
  const sort = useCallback((column: Column) => setSorting((before) => sortBy(before, column)), []);
  const pending = drawn.pending || listed.pending;
  const cut = states.cut || figures.cut ? ` · ${t("table.cut")}` : "";
  return (
    <>
      <Toolbar
        table="entities"
        columns={entityColumns}
        typed={typed}
        onType={setTyped}
        told={`${t("table.of", { shown: formatCount(rows.length), total: formatCount(nodes.length) })}${cut}`}
        copy={async () => (shown === null ? "" : toTsv(rows, shown, columns, ({ title }) => t(title)))}
      >
        {selection.length === 2 && (
          <Button
            small
            icon="compare"
            onClick={() => {
              const [a, b] = selection.map((node) => store.getState().graph.nodes.id[node] ?? null);
              go({ at: "compare", a: a ?? null, b: b ?? null });
            }}
          >
            {t("compare.open")}
          </Button>
        )}
      </Toolbar>
      {rows.length === 0 && !pending && (
        <p className={styles.empty}>{t(nodes.length === 0 ? "empty.title" : "table.nothing", { text: asked })}</p>
      )}
      <VirtualTable
        label={t("table.rows", { count: rows.length })}
        columns={columns}
        rows={rows}
        sorting={sorting}
        onSort={sort}
        isSelected={(row) => selected.has(row)}
        onPoint={setHovered}
        shownRow={selection[0] ?? null}
        cell={cell}
        busy={pending}
      />
    </>
  );
}
