import { Menu } from "@base-ui/react/menu";
import { useStore } from "zustand";
import { formatCount } from "#client/format/figure.ts";
import { kindLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { canvasTool, takeTool } from "#client/state/canvas-tool.ts";
import { useActions, useAtlas, useExploration, useExplorationLater, usePreferences } from "#client/state/context.tsx";
import { useVisibleCounts } from "#client/state/counted.ts";
import { countHidden } from "#client/state/exploration.ts";
import { groupName } from "#client/state/group-names.ts";
import { Button, Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import styles from "./canvas.module.css";
import own from "./moving.module.css";

/** Selecting and grouping by buttons: all that the keys can, for the finger too. */
export function Tools() {
  const { t } = useTranslation();
  const tool = useStore(canvasTool, (it) => it.tool);
  const few = useExploration((it) => it.selection.length < 2);
  return (
    <div className={`${styles.float} ${own.tools}`} role="toolbar" aria-orientation="vertical" aria-label={t("tools.region")}>
      {(["box", "lasso"] as const).map((one) => (
        <Button
          key={one}
          look="quiet"
          small
          icon={one}
          pressed={tool === one}
          aria-label={t(`tools.${one}`)}
          title={`${t(`tools.${one}`)} ${one === "box" ? "B" : "L"}`}
          onClick={() => takeTool(one)}
        />
      ))}
      <SelectMenu />
      <GroupMenu />
      {tool !== null && few && (
        <p className={`${styles.float} ${own.hint}`} role="status">
          {t("tools.hint")}
        </p>
      )}
    </div>
  );
}

function SelectMenu() {
  const { t } = useTranslation();
  const waiting = useExplorationLater((it) => countHidden(it) > 0);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={<Button look="quiet" small icon="select" aria-label={t("tools.select")} title={t("tools.select")} />}
        data-waiting={waiting}
      />
      <Menu.Portal>
        <Menu.Positioner side="right" align="start" sideOffset={8}>
          <Menu.Popup className={`${styles.popup} ${own.scrolled}`}>
            <SelectItems />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** There while the menu is open: what it counts is followed no longer than that. */
function SelectItems() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const { byKind } = useVisibleCounts();
  const hiddenKinds = useExploration((it) => it.hiddenKinds);
  const hidden = useExploration(countHidden);
  const some = useExploration((it) => it.selection.length > 0);
  const pinned = useExploration((it) => it.pinned.size);
  return (
    <>
      <Item icon="check" name={t("select.all")} hint="⌘A" onClick={actions.selectAll} />
      <Item icon="swap" name={t("select.invert")} hint="I" onClick={actions.selectInverse} />
      <Item icon="graph" name={t("select.neighbours")} hint="N" disabled={!some} onClick={actions.selectNeighbours} />
      <Item icon="layers" name={t("select.community")} disabled={!some} onClick={() => void actions.selectCommunity()} />
      <div className={styles.rule} />
      <Menu.Group>
        <Menu.GroupLabel className={own.label}>{t("select.kinds")}</Menu.GroupLabel>
        {entityKinds.map((kind, code) =>
          (byKind[code] ?? 0) === 0 || hiddenKinds.has(kind) ? null : (
            <Menu.Item key={kind} className={styles.item} onClick={() => actions.selectKind(kind)}>
              <KindGlyph kind={kind} />
              {kindLabel(kind, language)}
              <small>{formatCount(byKind[code] ?? 0)}</small>
            </Menu.Item>
          ),
        )}
      </Menu.Group>
      {(hidden > 0 || pinned > 0) && <div className={styles.rule} />}
      {hidden > 0 && <Item icon="hide" name={t("select.showHidden", { count: hidden })} hint="⇧H" onClick={actions.showHidden} />}
      {pinned > 0 && <Item icon="unpin" name={t("select.unpinAll", { count: pinned })} onClick={actions.unpinAll} />}
    </>
  );
}

const rules = ["kind", "chain", "park", "community"] as const;

function GroupMenu() {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<Button look="quiet" small icon="group" aria-label={t("tools.group")} title={t("tools.group")} />} />
      <Menu.Portal>
        <Menu.Positioner side="right" align="start" sideOffset={8}>
          <Menu.Popup className={`${styles.popup} ${own.scrolled}`}>
            <Menu.Group>
              <Menu.GroupLabel className={own.label}>{t("group.by")}</Menu.GroupLabel>
              {rules.map((rule) => (
                <Item key={rule} icon="group" name={t(`group.by.${rule}`)} onClick={() => void actions.groupBy(rule)} />
              ))}
            </Menu.Group>
            <GroupItems />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The groups that there are, while the menu is open. */
function GroupItems() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const groups = useExploration((it) => it.groups);
  if (groups.length === 0) return null;
  return (
    <>
      <div className={styles.rule} />
      <Menu.Group>
        <Menu.GroupLabel className={own.label}>{t("group.list")}</Menu.GroupLabel>
        {groups.map((group) => {
          const names = groupName(graph, group);
          const name = language === "zh" ? names.name : names.nameEn;
          return (
            <Menu.CheckboxItem
              key={group.key}
              className={own.listed}
              checked={!group.open}
              aria-label={t(group.open ? "group.close" : "group.open", { name })}
              onCheckedChange={(closed) => (closed ? actions.closeGroup(group.key) : actions.openGroup(group.key))}
            >
              <Icon name={group.open ? "ungroup" : "group"} size={14} />
              <span>{name}</span>
              <small>{formatCount(group.members.length)}</small>
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Group>
      <div className={styles.rule} />
      <Item icon="expand" name={t("group.openAll")} onClick={() => actions.setAllGroupsOpen(true)} />
      <Item icon="collapse" name={t("group.closeAll")} onClick={() => actions.setAllGroupsOpen(false)} />
      <Item icon="ungroup" name={t("group.ungroupAll")} onClick={actions.ungroupAll} />
    </>
  );
}

interface ItemProps {
  icon: Parameters<typeof Icon>[0]["name"];
  name: string;
  hint?: string;
  disabled?: boolean;
  onClick(): void;
}

const Item = ({ icon, name, hint, disabled = false, onClick }: ItemProps) => (
  <Menu.Item className={styles.item} disabled={disabled} onClick={onClick}>
    <Icon name={icon} size={14} />
    {name}
    {hint !== undefined && <Key>{hint}</Key>}
  </Menu.Item>
);
