import { Menu } from "@base-ui/react/menu";
import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { kindOf } from "#client/state/loaded-graph.ts";
import { groupOf } from "#client/state/slices/groups.ts";
import { stackedOf } from "#client/state/stacks.ts";
import { Key } from "#client/ui/button.tsx";
import { Icon, type IconName } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import styles from "./canvas.module.css";
import { ExpandItems } from "./expand-items.tsx";
import { canvasHandle } from "./handle.ts";
import own from "./moving.module.css";

export interface NodeMenuTarget {
  /** A row of the drawing: an entity or the stack of a closed group. */
  node: number;
  x: number;
  y: number;
}

/** What can be done with a node, where it stands. */
export function NodeMenu({ target, onClose }: { target: NodeMenuTarget | null; onClose(): void }) {
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const exploration = useExploration((it) => it);
  if (target === null) return null;
  const { node } = target;
  const members = stackedOf(graph, exploration).members.get(node);
  const anchor = {
    getBoundingClientRect: () => {
      const home = canvasHandle.container?.getBoundingClientRect();
      return new DOMRect((home?.x ?? 0) + target.x, (home?.y ?? 0) + target.y, 0, 0);
    },
  };
  const name = nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language);
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" sideOffset={4} collisionPadding={12}>
          <Menu.Popup className={`${styles.popup} ${own.menu}`} aria-label={name}>
            <p className={own.name}>
              <KindGlyph kind={kindOf(graph, node)} />
              <span>{name}</span>
              {members === undefined && <small>{kindLabel(kindOf(graph, node), language)}</small>}
            </p>
            {members === undefined ? <EntityItems node={node} /> : <StackItems members={members} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function EntityItems({ node }: { node: number }) {
  const { t } = useTranslation();
  const actions = useActions();
  const expanded = useExploration((it) => it.expanded.has(node));
  const others = useExploration((it) => it.selection.some((one) => one !== node));
  const group = useExploration((it) => groupOf(it, node));
  return (
    <>
      <Item icon="expand" name={t("node.expandBest")} hint="E" onClick={() => void actions.expand(node)} />
      <ExpandItems node={node} />
      {expanded && <Item icon="collapse" name={t("node.collapse")} hint="C" onClick={() => actions.collapse([node])} />}
      <div className={styles.rule} />
      <Item icon="check" name={t("node.keep")} hint="␣" onClick={() => actions.toggleSelected(node)} />
      <Item icon="path" name={t(others ? "node.pathTo" : "node.pathFrom")} hint="P" onClick={() => actions.askForPaths(node)} />
      {group?.open && <Item icon="group" name={t("node.closeGroup")} hint="⇧G" onClick={() => actions.closeGroup(group.key)} />}
      <PinItem nodes={[node]} />
      <div className={styles.rule} />
      <RestItems nodes={[node]} />
    </>
  );
}

function StackItems({ members }: { members: readonly number[] }) {
  const { t } = useTranslation();
  const actions = useActions();
  const group = useExploration((it) => groupOf(it, members[0] as number));
  if (group === null) return null;
  return (
    <>
      <Item icon="expand" name={t("node.openGroup")} hint="E" onClick={() => actions.openGroup(group.key)} />
      <Item icon="ungroup" name={t("node.ungroup")} hint="⇧U" onClick={() => actions.ungroup([group.key])} />
      <PinItem nodes={members} />
      <div className={styles.rule} />
      <RestItems nodes={members} />
    </>
  );
}

function PinItem({ nodes }: { nodes: readonly number[] }) {
  const { t } = useTranslation();
  const actions = useActions();
  const pinned = useExploration((it) => nodes.every((node) => it.pinned.has(node)));
  return pinned ? (
    <Item icon="unpin" name={t("node.unpin")} hint="⇧P" onClick={() => actions.unpin(nodes)} />
  ) : (
    <Item icon="pin" name={t("node.pin")} hint="⇧P" onClick={() => actions.pin(nodes)} />
  );
}

function RestItems({ nodes }: { nodes: readonly number[] }) {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <>
      <Item icon="filter" name={t("node.only1")} hint="." onClick={() => actions.onlyNeighbourhood(nodes, 1)} />
      <Item icon="filter" name={t("node.only2")} hint="⇧." onClick={() => actions.onlyNeighbourhood(nodes, 2)} />
      <Item icon="hide" name={t("node.hide")} hint="H" onClick={() => actions.hide(nodes)} />
    </>
  );
}

function Item({ icon, name, hint, onClick }: { icon: IconName; name: string; hint: string; onClick(): void }) {
  return (
    <Menu.Item className={styles.item} onClick={onClick}>
      <Icon name={icon} size={14} />
      {name}
      <Key>{hint}</Key>
    </Menu.Item>
  );
}
