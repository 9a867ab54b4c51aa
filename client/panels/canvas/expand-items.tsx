import { Menu } from "@base-ui/react/menu";
import { useMemo } from "react";
import { useEntity } from "#client/api/queries.ts";
import { kindLabel, relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { shownAround } from "#client/state/neighbourhood.ts";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { Skeleton } from "#client/ui/marks.tsx";
import { isEntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import { useHeard } from "../inspector/heard-note.tsx";
import styles from "./canvas.module.css";
import { LeftOut } from "./left-out.tsx";
import own from "./moving.module.css";

/** How much there is around an entity by relation and direction and by kind, and how much of it is not on the canvas; each brings a page. */
export function ExpandItems({ node }: { node: number }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const exploration = useExploration((it) => it);
  const { data, error } = useEntity(graph.nodes.id[node] ?? null, useHeard());
  const shown = useMemo(() => shownAround(graph, exploration, node), [graph, exploration, node]);
  if (error !== null) return <p className={own.empty}>{error.message}</p>;
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.degrees.length === 0 && data.entity.degree === 0) return <p className={own.empty}>{t("node.noRelations")}</p>;
  const words = (count: number, missing: number) => (missing > 0 ? t("node.missing", { missing, count }) : t("node.allShown", { count }));
  return (
    <>
      <LeftOut data={data} />
      <Menu.Group className={own.relations}>
        <Menu.GroupLabel className={own.label}>{t("node.byRelation")}</Menu.GroupLabel>
        {data.degrees.map(({ relation, direction, count }) => {
          if (!isRelationType(relation)) return null;
          const symmetric = relations[relation].symmetric === true;
          const missing = count - (shown.relations.get(`${relation} ${direction}`) ?? 0);
          return (
            <Menu.Item
              key={`${relation} ${direction}`}
              className={styles.item}
              disabled={missing <= 0}
              onClick={() => void actions.expand(node, { relation, direction: symmetric ? undefined : direction, sure: true })}
            >
              <Icon name={symmetric ? "both" : direction === "out" ? "arrow" : "back"} size={13} />
              {relationLabel(relation, language, direction)}
              <small>{words(count, missing)}</small>
            </Menu.Item>
          );
        })}
      </Menu.Group>
      <Menu.Group>
        <Menu.GroupLabel className={own.label}>{t("node.byKind")}</Menu.GroupLabel>
        <div className={own.kinds}>
          {data.neighbourKinds.map(({ kind, count }) => {
            if (!isEntityKind(kind)) return null;
            const missing = count - (shown.kinds.get(kind) ?? 0);
            const name = `${kindLabel(kind, language)} ${words(count, missing)}`;
            return (
              <Menu.Item
                key={kind}
                className={own.kindItem}
                disabled={missing <= 0}
                aria-label={name}
                title={name}
                onClick={() => void actions.expand(node, { kind, sure: true })}
              >
                <KindGlyph kind={kind} size={14} />
                {missing > 0 ? `${missing} / ${count}` : count}
              </Menu.Item>
            );
          })}
        </div>
      </Menu.Group>
    </>
  );
}
