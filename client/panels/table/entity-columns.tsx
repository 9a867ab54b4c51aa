import { formatCount, formatFigure, formatPeriod } from "#client/format/figure.ts";
import { attributeLabel, kindLabel, measureLabel, nameOf } from "#client/i18n/labels.ts";
import { isMasked } from "#client/state/edge-bits.ts";
import { kindOf, otherEnd, typeOf } from "#client/state/loaded-graph.ts";
import { ModalityBadge } from "#client/ui/marks.tsx";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";
import type { Column, TableContext } from "./column.ts";
import { groupText } from "./grouped.tsx";
import styles from "./table.module.css";

export const nodeName = ({ graph, language }: TableContext, node: number): string =>
  nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language);

const chainRelations: ReadonlySet<RelationType> = new Set(["PART_OF_CHAIN", "LEADS_CHAIN"]);
const placeRelations: ReadonlySet<RelationType> = new Set(["LOCATED_IN"]);

/** Names of the entities of some kinds to which relations of some types lead, among what is loaded and heard. */
function namesAlong(context: TableContext, node: number, types: ReadonlySet<RelationType>, kinds: readonly EntityKind[]): string {
  const { graph, evidence, language } = context;
  const found = new Set<number>();
  for (const edge of graph.incident[node] ?? []) {
    if (graph.edges.source[edge] !== node || !types.has(typeOf(graph, edge))) continue;
    if (evidence !== null && isMasked(evidence.edges, edge)) continue;
    const other = otherEnd(graph, edge, node);
    if (kinds.includes(kindOf(graph, other))) found.add(other);
  }
  return [...found].map((other) => nodeName(context, other)).join(language === "zh" ? "、" : ", ");
}

const figureOf = ({ graph, figures }: TableContext, node: number) => figures.get(graph.nodes.id[node] ?? "");

/** What can be told of an entity in a row; the first ones without being asked. */
export const entityColumns: readonly Column[] = [
  { id: "name", title: "table.name", width: 220, stretches: true, fixed: true, sortable: true, text: nodeName },
  {
    id: "kind",
    title: "table.kind",
    width: 116,
    usual: true,
    sortable: true,
    text: ({ graph, language }, node) => kindLabel(kindOf(graph, node), language),
  },
  {
    id: "shown",
    title: "table.shown",
    width: 96,
    usual: true,
    numeric: true,
    sortable: true,
    text: ({ links }, node) => formatCount(links[node] as number),
    order: ({ links }, node) => links[node] as number,
  },
  {
    id: "degree",
    title: "table.degree",
    width: 84,
    usual: true,
    numeric: true,
    sortable: true,
    text: ({ graph }, node) => formatCount(graph.nodes.degree[node] ?? 0),
    order: ({ graph }, node) => graph.nodes.degree[node] ?? 0,
  },
  {
    id: "chain",
    title: "table.chain",
    width: 150,
    stretches: true,
    usual: true,
    sortable: true,
    text: (context, node) => namesAlong(context, node, chainRelations, ["IndustrialChain", "IndustryCluster"]),
  },
  {
    id: "place",
    title: "table.place",
    width: 130,
    stretches: true,
    usual: true,
    sortable: true,
    text: (context, node) => namesAlong(context, node, placeRelations, ["Park", "Region"]),
  },
  {
    id: "state",
    title: "table.state",
    width: 90,
    sortable: true,
    text: ({ graph, states, language }, node) => {
      const state = states.get(graph.nodes.id[node] ?? "");
      return state === undefined ? "" : attributeLabel(kindOf(graph, node), "state", state, language).value;
    },
  },
  {
    id: "figure",
    title: "table.figure",
    width: 250,
    stretches: true,
    sortable: true,
    text: (context, node) => {
      const figure = figureOf(context, node);
      if (figure === undefined) return "";
      return `${measureLabel(figure.name, context.language)} ${formatFigure(figure, context.language)} ${formatPeriod(figure.period)}`.trim();
    },
    // Figures of one measure and unit stand together: others cannot be put in one order.
    order: (context, node) => {
      const figure = figureOf(context, node);
      return figure === undefined ? "" : `${figure.name} ${figure.unit} ${Math.round(figure.value)}`;
    },
    cell: (context, node) => {
      const figure = figureOf(context, node);
      if (figure === undefined) return "";
      return (
        <span className={styles.figure}>
          {measureLabel(figure.name, context.language)} <b>{formatFigure(figure, context.language)}</b> {formatPeriod(figure.period)}
          <ModalityBadge modality={figure.modality} />
        </span>
      );
    },
  },
  {
    id: "second",
    title: "table.second",
    width: 170,
    stretches: true,
    sortable: true,
    text: ({ graph, language }, node) => (language === "en" ? graph.nodes.name[node] : graph.nodes.nameEn[node]) ?? "",
  },
  { id: "group", title: "table.group", width: 120, stretches: true, sortable: true, text: groupText },
  { id: "id", title: "table.id", width: 150, stretches: true, sortable: true, text: ({ graph }, node) => graph.nodes.id[node] ?? "" },
];
