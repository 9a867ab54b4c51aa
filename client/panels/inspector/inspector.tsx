import { useTranslation } from "react-i18next";
import { useAtlas, useExploration, useScreen } from "#client/state/context.tsx";
import { selectedGroup } from "#client/state/slices/groups.ts";
import { isBundle } from "#client/state/stack-rows.ts";
import { BundleView } from "./bundle-view.tsx";
import { Compare } from "./compare.tsx";
import { EdgeView } from "./edge-view.tsx";
import { EntityView } from "./entity-view.tsx";
import { GroupView } from "./group-view.tsx";
import styles from "./inspector.module.css";
import { NothingSelected, SeveralSelected } from "./selection-views.tsx";

/** What is selected, with its evidence. */
export function Inspector() {
  const { t } = useTranslation();
  const graph = useAtlas((state) => state.graph);
  const selection = useExploration((it) => it.selection);
  const group = useExploration(selectedGroup);
  const edge = useExploration((it) => it.edge);
  const size = useScreen((it) => it.inspector);
  const [only] = selection;
  const statement = edge === null ? null : graph.edges.id[edge];
  return (
    <aside
      className={styles.inspector}
      data-size={size}
      data-empty={only === undefined && !statement}
      aria-label={t("inspector.region")}
      tabIndex={-1}
      data-inspector
    >
      {edge !== null && isBundle(graph, edge) ? (
        <BundleView key={edge} bundle={edge} />
      ) : statement ? (
        <EdgeView key={statement} id={statement} />
      ) : group !== null ? (
        <GroupView key={group.key} group={group} />
      ) : selection.length > 1 ? (
        <SeveralSelected nodes={selection} />
      ) : only !== undefined ? (
        <EntityView key={graph.nodes.id[only]} id={graph.nodes.id[only] ?? ""} node={only} />
      ) : (
        <NothingSelected />
      )}
      <Compare />
    </aside>
  );
}
