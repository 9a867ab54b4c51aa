import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "#client/format/figure.ts";
import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import { useActions, useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { setHovered } from "#client/state/hover.ts";
import { kindOf } from "#client/state/loaded-graph.ts";
import { filterMasks, isEdgeVisible, isNodeVisible } from "#client/state/visible.ts";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import styles from "./canvas-table.module.css";

interface Row {
  node: number;
  name: string;
  kind: EntityKind;
  kindName: string;
  shown: number;
  degree: number;
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});
const helper = createColumnHelper<typeof features, Row>();
const rowHeight = 32;

/** What is on the canvas as a table: the full equivalent of the picture for a screen reader, in step with the selection. */
export function CanvasTable() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const exploration = useExploration((it) => it);
  const scroll = useRef<HTMLDivElement>(null);

  const rows = useMemo(() => {
    const masks = filterMasks(graph, exploration);
    const links = new Uint32Array(graph.nodeCount);
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      if (!isEdgeVisible(graph, exploration, masks, edge)) continue;
      const source = graph.edges.source[edge] as number;
      const target = graph.edges.target[edge] as number;
      links[source] = (links[source] as number) + 1;
      links[target] = (links[target] as number) + 1;
    }
    const found: Row[] = [];
    for (let node = 0; node < graph.nodeCount; node++) {
      if (!isNodeVisible(graph, exploration, masks, node)) continue;
      const kind = kindOf(graph, node);
      found.push({
        node,
        name: nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language),
        kind,
        kindName: kindLabel(kind, language),
        shown: links[node] as number,
        degree: graph.nodes.degree[node] ?? 0,
      });
    }
    return found;
  }, [graph, exploration, language]);

  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor("name", { header: t("table.name"), sortFn: "text" }),
        helper.accessor("kindName", { header: t("table.kind"), sortFn: "text" }),
        helper.accessor("shown", { header: t("table.shown"), sortFn: "basic" }),
        helper.accessor("degree", { header: t("table.degree"), sortFn: "basic" }),
      ]),
    [t],
  );
  const table = useTable({ features, columns, data: rows, initialState: { sorting: [{ id: "degree", desc: true }] } });
  const sorted = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <section className={styles.panel} aria-label={t("table.region")} data-canvas-table tabIndex={-1}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard */}
      <section ref={scroll} className={styles.scroll} tabIndex={0} aria-label={t("table.rows", { count: rows.length })}>
        <table className={styles.table} aria-rowcount={sorted.length + 1}>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => {
                  const direction = header.column.getIsSorted();
                  return (
                    <th
                      key={header.id}
                      aria-sort={direction === "asc" ? "ascending" : direction === "desc" ? "descending" : "none"}
                      scope="col"
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
            {before > 0 && <tr style={{ height: before }} />}
            {items.map((item) => {
              const row = sorted[item.index];
              if (row === undefined) return null;
              const { node, name, kind, kindName, shown, degree } = row.original;
              const selected = exploration.selection.includes(node);
              return (
                <tr
                  key={node}
                  aria-rowindex={item.index + 2}
                  aria-selected={selected}
                  className={selected ? styles.selected : undefined}
                  onPointerEnter={() => setHovered(node)}
                  onPointerLeave={() => setHovered(null)}
                >
                  <td>
                    <button
                      type="button"
                      className={styles.name}
                      aria-pressed={selected}
                      onClick={(event) => (event.shiftKey || event.metaKey ? actions.toggleSelected(node) : actions.select(node))}
                    >
                      <KindGlyph kind={kind} />
                      {name}
                    </button>
                  </td>
                  <td>{kindName}</td>
                  <td>{formatCount(shown)}</td>
                  <td>{formatCount(degree)}</td>
                </tr>
              );
            })}
            {after > 0 && <tr style={{ height: after }} />}
          </tbody>
        </table>
      </section>
    </section>
  );
}
