import { useHealth } from "#client/api/queries.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences, useScreen } from "#client/state/context.tsx";
import { setLanguage, setTheme } from "#client/state/preferences.ts";
import { hrefOf, screen } from "#client/state/screen.ts";
import { Button, Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import { ChangesTab } from "../changes/changes-tab.tsx";
import { SkipLinks } from "../help/skip-links.tsx";
import { SearchBox } from "../search/search-box.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { ViewsButton } from "../views/views-button.tsx";
import styles from "./top-bar.module.css";

export function TopBar({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const { language, theme } = usePreferences((it) => it);
  const at = useScreen((it) => it.route.at);
  return (
    <header className={styles.top}>
      <SkipLinks />
      <a className={styles.brand} href="#/" aria-label={t("top.home")}>
        <img src="/favicon.svg" width="22" height="22" alt="" />
        <span>{language === "zh" ? "链图谱" : "Chain Atlas"}</span>
        {!narrow && <small>{language === "zh" ? "Chain Atlas" : "链图谱"}</small>}
      </a>
      {narrow && at !== "start" ? (
        <SearchBox className={styles.search} />
      ) : (
        <nav className={styles.tabs} aria-label={t("top.screens")}>
          <a href={hrefOf({ at: "explore", entity: null })} aria-current={at === "explore" ? "page" : undefined}>
            {t("top.explore")}
          </a>
          <ChangesTab current={at === "changes" || at === "revisions"} />
          <a href={hrefOf({ at: "freshness" })} aria-current={at === "freshness" ? "page" : undefined}>
            {t("top.freshness")}
          </a>
          <a href={hrefOf({ at: "documents", document: null })} aria-current={at === "documents" ? "page" : undefined}>
            {t("top.documents")}
          </a>
        </nav>
      )}
      {!(narrow && at !== "start") && <span className={styles.grow} />}
      <Revision short={narrow} />
      {at === "explore" && <ViewsButton short={narrow} />}
      {at === "explore" && <ShareButton short={narrow} />}
      <Button look="quiet" aria-label={t("palette.button")} title={t("palette.button")} onClick={() => screen.setState({ palette: true })}>
        <Key>⌘K</Key>
      </Button>
      <Segmented
        label={t("top.language")}
        value={language}
        onChange={setLanguage}
        options={[
          { value: "zh", text: "中", name: "中文" },
          { value: "en", text: "EN", name: "English" },
        ]}
      />
      <Button
        look="quiet"
        icon={theme === "dark" ? "sun" : "moon"}
        aria-label={t(theme === "dark" ? "top.light" : "top.dark")}
        title={t(theme === "dark" ? "top.light" : "top.dark")}
        onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
      />
      {!narrow && (
        <Button
          look="quiet"
          icon="help"
          aria-label={t("top.help")}
          title={`${t("top.help")} ?`}
          onClick={() => screen.setState({ help: true })}
        />
      )}
    </header>
  );
}

function Revision({ short }: { short: boolean }) {
  const { t } = useTranslation();
  const { data } = useHealth();
  if (data === undefined || data.revision === 0) return null;
  return (
    <span className={styles.revision} title={t("top.revisionTitle", { engine: t(`engine.${data.engine}`) })}>
      {!short && <Icon name="clock" size={14} />}
      {short ? `#${data.revision}` : t("top.revision", { number: data.revision })}
      {!short && data.revisedAt !== null && ` · ${data.revisedAt.slice(0, 10)}`}
    </span>
  );
}
