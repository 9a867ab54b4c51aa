import { useTranslation } from "react-i18next";
import { useAtlas, useExploration, useScreen } from "#client/state/context.tsx";
import { EdgeView } from "./edge-view.tsx";
import { EntityView } from "./entity-view.tsx";
import styles from "./inspector.module.css";
import { NothingSelected, SeveralSelected } from "./selection-views.tsx";
import { SideBySide } from "./side-by-side.tsx";

/** What is selected, with its evidence. */
export function Inspector() {
  const { t } = useTranslation();
  const graph = useAtlas((state) => state.graph);
  const selection = useExploration((it) => it.selection);
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
      {statement ? (
        <EdgeView key={statement} id={statement} />
      ) : selection.length > 1 ? (
        <SeveralSelected nodes={selection} />
      ) : only !== undefined ? (
        <EntityView key={graph.nodes.id[only]} id={graph.nodes.id[only] ?? ""} node={only} />
      ) : (
        <NothingSelected />
      )}
      <SideBySide />
    </aside>
  );
}
