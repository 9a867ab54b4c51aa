import { useChangeSets } from "#client/api/change-queries.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { hrefOf } from "#client/state/screen.ts";
import { waits } from "#client/state/waiting-sets.ts";
import styles from "./changes-tab.module.css";

/** The way to the changes, with the number that waits. */
export function ChangesTab({ current }: { current: boolean }) {
  const { t } = useTranslation();
  const { data } = useChangeSets();
  const open = data?.changeSets.filter(waits).length ?? 0;
  return (
    <a href={hrefOf({ at: "changes", changeSet: null })} aria-current={current ? "page" : undefined}>
      {t("top.changes")}
      {open > 0 && (
        <span className={styles.count} title={t("top.openChangeSets", { count: open })}>
          {open}
        </span>
      )}
    </a>
  );
}
