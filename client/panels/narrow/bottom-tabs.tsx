import { useTranslation } from "#client/i18n/use-translation.ts";
import { useExploration, useScreen } from "#client/state/context.tsx";
import { go, screen } from "#client/state/screen.ts";
import { activeFilters } from "#client/state/visible.ts";
import { Icon, type IconName } from "#client/ui/icon.tsx";
import styles from "./narrow.module.css";

/** In narrow windows: picture, table, Cypher and filters, at the thumb. */
export function BottomTabs() {
  const { t } = useTranslation();
  const { route, workbench, table, filters } = useScreen((it) => it);
  const on = useExploration((it) => activeFilters(it).length);
  const exploring = route.at === "explore";
  const show = (next: { workbench: boolean; table: boolean; filters: boolean }) => {
    screen.setState(next);
    if (!exploring) go({ at: "explore", entity: null });
  };
  const tabs: { name: string; icon: IconName; current: boolean; open(): void }[] = [
    {
      name: t("narrow.graph"),
      icon: "graph",
      current: exploring && !workbench && !table && !filters,
      open: () => show({ workbench: false, table: false, filters: false }),
    },
    {
      name: t("narrow.table"),
      icon: "table",
      current: exploring && table && !workbench,
      open: () => show({ workbench: false, table: true, filters: false }),
    },
    { name: "Cypher", icon: "play", current: exploring && workbench, open: () => show({ workbench: true, table: false, filters: false }) },
    {
      name: on > 0 ? t("narrow.filtersOn", { count: on }) : t("narrow.filters"),
      icon: "filter",
      current: filters,
      open: () => show({ workbench: false, table: false, filters: true }),
    },
    {
      name: t("top.changes"),
      icon: "layers",
      current: route.at === "changes" || route.at === "revisions",
      open: () => go({ at: "changes", changeSet: null }),
    },
    { name: t("top.documents"), icon: "document", current: route.at === "documents", open: () => go({ at: "documents", document: null }) },
  ];
  return (
    <nav className={styles.tabs} aria-label={t("narrow.tabs")}>
      {tabs.map(({ name, icon, current, open }) => (
        <button key={icon} type="button" aria-current={current ? "page" : undefined} onClick={open}>
          <Icon name={icon} />
          {name}
        </button>
      ))}
    </nav>
  );
}
