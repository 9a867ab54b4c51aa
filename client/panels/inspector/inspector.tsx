import { memo } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useAtlasLater, useExplorationLater, useScreen } from "#client/state/context.tsx";
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
  // The picture shows a selection at once; what is told of it follows, and never holds it up.
  const graph = useAtlasLater((state) => state.graph);
  const selection = useExplorationLater((it) => it.selection);
  const group = useExplorationLater(selectedGroup);
  const edge = useExplorationLater((it) => it.edge);
  const size = useScreen((it) => it.inspector);
  return (
    <aside
      className={styles.inspector}
      data-size={size}
      data-empty={selection.length === 0 && edge === null}
      aria-label={t("inspector.region")}
      tabIndex={-1}
      data-inspector
    >
      <Told graph={graph} selection={selection} group={group} edge={edge} />
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
