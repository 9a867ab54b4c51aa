import { useTranslation } from "#client/i18n/use-translation.ts";
import { groupName } from "#client/state/group-names.ts";
import { groupOf } from "#client/state/slices/groups.ts";
import { Icon } from "#client/ui/icon.tsx";
import type { TableContext } from "./column.ts";
import styles from "./grouped.module.css";

/** The name of the group that an entity is in; empty where it is in none. */
export function groupText({ graph, exploration, language }: TableContext, node: number): string {
  const group = groupOf(exploration, node);
  if (group === null) return "";
  const { name, nameEn } = groupName(graph, group);
  return language === "en" ? nameEn : name;
}

/** Beside the name of what the picture does not draw by itself: the closed group that stands for it. */
export function Grouped({ context, node }: { context: TableContext; node: number }) {
  const { t } = useTranslation();
  const group = groupOf(context.exploration, node);
  if (group === null || group.open) return null;
  const name = groupText(context, node);
  const words = t("table.inGroup", { name });
  return (
    <small className={styles.grouped} title={words} role="img" aria-label={words}>
      <Icon name="group" size={12} />
      <span>{name}</span>
    </small>
  );
}
