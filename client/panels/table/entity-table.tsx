import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { formatCount } from "#client/format/figure.ts";
import { useActions, useExploration } from "#client/state/context.tsx";
import { setHovered } from "#client/state/hover.ts";
import { kindOf } from "#client/state/loaded-graph.ts";
import { go } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { chosenColumns, isChosen } from "./chosen-columns.ts";
import { entityColumns } from "./entity-columns.tsx";
import { useFigures, useStates } from "./facts.ts";
import { Grouped } from "./grouped.tsx";
import { matching, ordered, type Sorting, sortBy, toTsv } from "./order.ts";
import styles from "./table.module.css";
import { Toolbar } from "./toolbar.tsx";
import { useTableRows } from "./use-rows.ts";
import { VirtualTable } from "./virtual-table.tsx";

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** The entities on the canvas; a click selects, ⌘ or Ctrl adds, Shift selects up to here. */
export function EntityTable() {
  const { t } = useTranslation();
  const actions = useActions();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed);
  const [sorting, setSorting] = useState<Sorting>({ column: "degree", descending: true });
  const anchor = useRef<number | null>(null);
  const selection = useExploration((it) => it.selection);
  const chosen = useStore(chosenColumns, (it) => it.entities);
  const columns = useMemo(() => entityColumns.filter((column) => isChosen(column, chosen)), [chosen]);
  const states = useStates(columns.some(({ id }) => id === "state"));
  const figures = useFigures(columns.some(({ id }) => id === "figure"));
  const { nodes, base } = useTableRows();
  const context = useMemo(
    () => ({ ...base, states: states.facts ?? none, figures: figures.facts ?? none, documentTitles: none }),
    [base, states.facts, figures.facts],
  );
  const rows = useMemo(() => {
    const found = matching(nodes, context, columns, asked);
    const column = entityColumns.find(({ id }) => id === sorting.column) ?? entityColumns[0];
    return column === undefined ? [...found] : ordered(found, context, column, sorting.descending);
  }, [nodes, context, columns, asked, sorting]);
  const selected = useMemo(() => new Set(selection), [selection]);

  const choose = (row: number, { shift, more }: { shift: boolean; more: boolean }) => {
    if (shift && anchor.current !== null) {
      const [from, to] = [rows.indexOf(anchor.current), rows.indexOf(row)].sort((a, b) => a - b) as [number, number];
      return actions.selectSeveral(rows.slice(Math.max(0, from), to + 1));
    }
    anchor.current = row;
    if (more) actions.toggleSelected(row);
    else actions.select(row);
  };
  const cut = states.cut || figures.cut ? ` · ${t("table.cut")}` : "";
  return (
    <>
      <Toolbar
        table="entities"
        columns={entityColumns}
        typed={typed}
        onType={setTyped}
        told={`${t("table.of", { shown: formatCount(rows.length), total: formatCount(nodes.length) })}${cut}`}
        copy={async () => toTsv(rows, context, columns, ({ title }) => t(title))}
      >
        {selection.length === 2 && (
          <Button
            small
            icon="compare"
            onClick={() => {
              const [a, b] = selection.map((node) => context.graph.nodes.id[node] ?? null);
              go({ at: "compare", a: a ?? null, b: b ?? null });
            }}
          >
            {t("compare.open")}
          </Button>
        )}
      </Toolbar>
      {rows.length === 0 && <p className={styles.empty}>{t(nodes.length === 0 ? "empty.title" : "table.nothing", { text: asked })}</p>}
      <VirtualTable
        label={t("table.rows", { count: rows.length })}
        columns={columns}
        rows={rows}
        sorting={sorting}
        onSort={(column) => setSorting((before) => sortBy(before, column))}
        isSelected={(row) => selected.has(row)}
        onPoint={setHovered}
        shownRow={selection[0] ?? null}
        cell={(column, row, focus) =>
          column.id === "name" ? (
            <button
              type="button"
              {...focus}
              className={styles.name}
              aria-pressed={selected.has(row)}
              onClick={(event) => choose(row, { shift: event.shiftKey, more: event.metaKey || event.ctrlKey })}
              onKeyDown={(event) => {
                if (event.key !== " ") return;
                event.preventDefault();
                actions.toggleSelected(row);
              }}
            >
              <KindGlyph kind={kindOf(context.graph, row)} />
              <span>{column.text(context, row)}</span>
              <Grouped context={context} node={row} />
            </button>
          ) : (
            (column.cell ?? column.text)(context, row)
          )
        }
      />
    </>
  );
}
