import { Menu } from "@base-ui/react/menu";
import { useTranslation } from "react-i18next";
import { useActions, useAtlas, useExploration } from "#client/state/context.tsx";
import { neighboursOf } from "#client/state/loaded-graph.ts";
import { Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import styles from "./canvas.module.css";
import { canvasHandle } from "./handle.ts";

export interface NodeMenuTarget {
  node: number;
  x: number;
  y: number;
}

/** What can be done with a node, where it stands. */
export function NodeMenu({ target, onClose }: { target: NodeMenuTarget | null; onClose(): void }) {
  const { t } = useTranslation();
  const actions = useActions();
  const graph = useAtlas((state) => state.graph);
  const expanded = useExploration((it) => target !== null && it.expanded.has(target.node));
  const others = useExploration((it) => it.selection.some((one) => one !== target?.node));
  if (target === null) return null;
  const { node } = target;
  const anchor = {
    getBoundingClientRect: () => {
      const home = canvasHandle.container?.getBoundingClientRect();
      return new DOMRect((home?.x ?? 0) + target.x, (home?.y ?? 0) + target.y, 0, 0);
    },
  };
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" sideOffset={4}>
          <Menu.Popup className={styles.popup}>
            <Menu.Item className={styles.item} onClick={() => void actions.expand(node)}>
              <Icon name="expand" size={14} />
              {t("node.expand")}
              <Key>E</Key>
            </Menu.Item>
            {expanded && (
              <Menu.Item className={styles.item} onClick={() => actions.collapse(node)}>
                <Icon name="collapse" size={14} />
                {t("node.collapse")}
                <Key>C</Key>
              </Menu.Item>
            )}
            <Menu.Item className={styles.item} onClick={() => actions.toggleSelected(node)}>
              <Icon name="check" size={14} />
              {t("node.keep")}
              <Key>␣</Key>
            </Menu.Item>
            <Menu.Item className={styles.item} onClick={() => actions.askForPaths(node)}>
              <Icon name="path" size={14} />
              {t(others ? "node.pathTo" : "node.pathFrom")}
              <Key>P</Key>
            </Menu.Item>
            <div className={styles.rule} />
            <Menu.Item className={styles.item} onClick={() => actions.hide([node])}>
              <Icon name="hide" size={14} />
              {t("node.hide")}
              <Key>H</Key>
            </Menu.Item>
            <Menu.Item className={styles.item} onClick={() => actions.keepOnly([node, ...neighboursOf(graph, node)])}>
              <Icon name="filter" size={14} />
              {t("node.only")}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
