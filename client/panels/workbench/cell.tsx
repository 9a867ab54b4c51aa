import { formatNumber } from "#client/format/figure.ts";
import { nameOf, relationLabel } from "#client/i18n/labels.ts";
import { useActions, useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import type { EdgeValue, NodeValue, Value } from "#graph/model/cypher-result.ts";
import { isEntityKind } from "#graph/vocabulary/kinds.ts";
import styles from "./cell.module.css";

const isObject = (value: Value): value is { [key: string]: Value } => typeof value === "object" && value !== null && !Array.isArray(value);
export const isNode = (value: Value): value is NodeValue => isObject(value) && "$node" in value;
const isEdge = (value: Value): value is EdgeValue => isObject(value) && "$edge" in value;
const isPath = (value: Value): value is { $path: string[] } => isObject(value) && "$path" in value;
const isInteger = (value: Value): value is { $integer: string } => isObject(value) && "$integer" in value;

/** For a file: a node is its id, an edge its id, a list is joined. */
export function plainText(value: Value): string {
  if (value === null) return "";
  if (isNode(value)) return value.$node;
  if (isEdge(value)) return value.$edge;
  if (isPath(value)) return value.$path.join(" ");
  if (isInteger(value)) return value.$integer;
  if (Array.isArray(value)) return value.map(plainText).join("; ");
  return isObject(value) ? JSON.stringify(value) : String(value);
}

/** What to sort a column by. */
export function sortValue(value: Value, language: "zh" | "en"): string | number {
  if (typeof value === "number") return value;
  if (isNode(value)) return labelOf(value, language);
  return plainText(value);
}

const labelOf = (node: NodeValue, language: "zh" | "en"): string => {
  const { name, nameEn, title, id } = node.properties;
  if (typeof name === "string") return nameOf({ name, nameEn: typeof nameEn === "string" ? nameEn : null }, language);
  return typeof title === "string" ? title : String(id ?? node.$node);
};

export function Cell({ value }: { value: Value }) {
  const language = usePreferences((it) => it.language);
  if (value === null) return <span className={styles.absent}>—</span>;
  if (typeof value === "number") return <span className={styles.number}>{formatNumber(value, 6)}</span>;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return value;
  if (isInteger(value)) return <span className={styles.number}>{value.$integer}</span>;
  if (isNode(value)) return <NodeCell node={value} />;
  if (isEdge(value)) return <EdgeCell edge={value} />;
  if (isPath(value)) return <code>{value.$path.join(" → ")}</code>;
  if (Array.isArray(value)) {
    const simple = value.every((one) => typeof one === "string" || typeof one === "number");
    if (simple) return value.join(language === "zh" ? "、" : ", ");
    return (
      <span className={styles.list}>
        {value.slice(0, 6).map((one) => (
          <Cell key={plainText(one)} value={one} />
        ))}
        {value.length > 6 && `+${value.length - 6}`}
      </span>
    );
  }
  return <code>{JSON.stringify(value)}</code>;
}

function NodeCell({ node }: { node: NodeValue }) {
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const kind = [node.properties.kind, ...node.labels].find(isEntityKind);
  const label = labelOf(node, language);
  if (kind === undefined) return <code>{label}</code>;
  return (
    <button
      type="button"
      className={styles.node}
      onClick={(event) => {
        event.stopPropagation();
        void actions.open(node.$node);
      }}
    >
      <KindGlyph kind={kind} />
      <span>{label}</span>
    </button>
  );
}

function EdgeCell({ edge }: { edge: EdgeValue }) {
  const actions = useActions();
  const store = useAtlasStore();
  const language = usePreferences((it) => it.language);
  const { status, confidence } = edge.properties;
  return (
    <button
      type="button"
      className={styles.node}
      onClick={(event) => {
        event.stopPropagation();
        const index = store.getState().graph.edgeIndex.get(edge.$edge);
        if (index !== undefined) actions.selectEdge(index);
      }}
    >
      <LineSample line={lineStyleOf(String(status ?? "stated"), typeof confidence === "number" ? confidence : 1)} />
      <span>{relationLabel(edge.type, language)}</span>
    </button>
  );
}
