import { formatConfidence } from "#client/format/figure.ts";
import { relationLabel, statusLabel } from "#client/i18n/labels.ts";
import { statusOf, typeOf } from "#client/state/loaded-graph.ts";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import { Confidence } from "#client/ui/marks.tsx";
import type { Column } from "./column.ts";
import { nodeName } from "./entity-columns.tsx";
import styles from "./table.module.css";

/** What can be told of a drawn statement in a row: with it the picture is complete for a reader who does not see it. */
export const statementColumns: readonly Column[] = [
  {
    id: "subject",
    title: "table.subject",
    width: 150,
    stretches: true,
    fixed: true,
    sortable: true,
    text: (context, edge) => nodeName(context, context.graph.edges.source[edge] as number),
  },
  {
    id: "relation",
    title: "table.relation",
    width: 130,
    fixed: true,
    sortable: true,
    text: ({ graph, language }, edge) => relationLabel(typeOf(graph, edge), language),
    cell: ({ graph, language }, edge) => (
      <span className={styles.relation}>
        <LineSample line={lineStyleOf(statusOf(graph, edge), graph.edges.confidence[edge] as number)} />
        {relationLabel(typeOf(graph, edge), language)}
      </span>
    ),
  },
  {
    id: "object",
    title: "table.object",
    width: 150,
    stretches: true,
    fixed: true,
    sortable: true,
    text: (context, edge) => nodeName(context, context.graph.edges.target[edge] as number),
  },
  {
    id: "status",
    title: "table.status",
    width: 76,
    usual: true,
    sortable: true,
    text: ({ graph, language }, edge) => statusLabel(statusOf(graph, edge), language),
  },
  {
    id: "confidence",
    title: "table.confidence",
    width: 104,
    usual: true,
    numeric: true,
    sortable: true,
    text: ({ graph }, edge) => formatConfidence(graph.edges.confidence[edge] as number),
    order: ({ graph }, edge) => graph.edges.confidence[edge] as number,
    cell: ({ graph }, edge) => <Confidence value={graph.edges.confidence[edge] as number} />,
  },
  {
    id: "documents",
    title: "table.documents",
    width: 150,
    stretches: true,
    usual: true,
    sortable: true,
    text: ({ graph, documentTitles, language }, edge) => {
      const { sets, documents } = graph.sources;
      const ids = (sets[graph.edges.documents[edge] as number] ?? []).map((document) => documents[document] as string);
      return ids.map((id) => documentTitles.get(id) ?? id).join(language === "zh" ? "；" : "; ");
    },
  },
  { id: "id", title: "table.id", width: 150, stretches: true, sortable: true, text: ({ graph }, edge) => graph.edges.id[edge] ?? "" },
];
