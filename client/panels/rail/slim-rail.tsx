import { useTranslation } from "#client/i18n/use-translation.ts";
import { screen } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./slim-rail.module.css";

/** What is left of the rail while the workbench is open. */
export function SlimRail() {
  const { t } = useTranslation();
  const back = (then?: () => void) => {
    screen.setState({ workbench: false });
    if (then) requestAnimationFrame(then);
  };
  return (
    <nav className={styles.rail} aria-label={t("rail.region")}>
      <Button
        look="quiet"
        icon="search"
        aria-label={t("search.name")}
        title={`${t("search.name")} /`}
        onClick={() => back(() => document.querySelector<HTMLInputElement>("[data-search]")?.focus())}
      />
      <Button look="quiet" icon="layers" aria-label={t("rail.legend")} title={t("rail.legend")} onClick={() => back()} />
      <Button
        look="quiet"
        icon="filter"
        aria-label={t("narrow.filters")}
        title={t("narrow.filters")}
        onClick={() => screen.setState({ filters: true })}
      />
    </nav>
  );
}
