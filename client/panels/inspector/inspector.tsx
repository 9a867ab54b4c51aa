import { memo, useDeferredValue, useMemo } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useAtlas, useExploration, useScreen } from "#client/state/context.tsx";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import { type NodeGroup, selectedGroup } from "#client/state/slices/groups.ts";
import { isBundle } from "#client/state/stack-rows.ts";
import { BundleView } from "./bundle-view.tsx";
import { EdgeView } from "./edge-view.tsx";
import { EntityView } from "./entity-view.tsx";
import { GroupView } from "./group-view.tsx";
import styles from "./inspector.module.css";
import { NothingSelected, SeveralSelected } from "./selection-views.tsx";
import { SideBySide } from "./side-by-side.tsx";

/** What is selected, with its evidence. */
export function Inspector() {
  const { t } = useTranslation();
  const graph = useAtlas((state) => state.graph);
  const selection = useExploration((it) => it.selection);
  const group = useExploration(selectedGroup);
  const edge = useExploration((it) => it.edge);
  const size = useScreen((it) => it.inspector);
  const selected = useMemo(() => ({ graph, selection, group, edge }), [graph, selection, group, edge]);
  // The picture shows a selection at once; what is told of it may come a frame later, and never holds it up.
  const told = useDeferredValue(selected);
  return (
    <aside
      className={styles.inspector}
      data-size={size}
      data-empty={selection.length === 0 && edge === null}
      aria-label={t("inspector.region")}
      tabIndex={-1}
      data-inspector
    >
      <Told {...told} />
      <SideBySide />
    </aside>
  );
}

interface Selected {
  graph: LoadedGraph;
  selection: readonly number[];
  group: NodeGroup | null;
  edge: number | null;
}

const Told = memo(function Told({ graph, selection, group, edge }: Selected) {
  const [only] = selection;
  const statement = edge === null ? undefined : graph.edges.id[edge];
  if (edge !== null && isBundle(graph, edge)) return <BundleView key={edge} bundle={edge} />;
  if (statement !== undefined) return <EdgeView key={statement} id={statement} />;
  if (group !== null) return <GroupView key={group.key} group={group} />;
  if (selection.length > 1) return <SeveralSelected nodes={selection} />;
  if (only !== undefined) return <EntityView id={graph.nodes.id[only] ?? ""} node={only} />;
  return <NothingSelected />;
});
