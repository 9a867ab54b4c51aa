import { useEffect } from "react";
import { useStore } from "zustand";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions } from "#client/state/context.tsx";
import { dismissOpened, opened, openLinked } from "#client/state/opened.ts";
import { linkedIn } from "#client/state/share-link.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./share.module.css";

const namesShown = 6;

/** Opens the link or view that the address names, and says what could not be opened and what has gone since. */
export function OpenedLink() {
  const { t, i18n } = useTranslation();
  const actions = useActions();
  const { broken, gone } = useStore(opened);
  useEffect(() => {
    const follow = () => {
      const linked = linkedIn(location.hash);
      if (linked !== null) void openLinked(linked, actions);
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [actions]);
  const list = (names: readonly string[]) => {
    const some = names.slice(0, namesShown).join(i18n.language === "zh" ? "、" : ", ");
    return names.length > namesShown ? `${some}${t("opened.goneMore")}` : some;
  };
  if (broken !== null)
    return (
      <div className={styles.opened} role="alert">
        <h2>{t(broken === "unknown" ? "views.unknown" : "opened.broken")}</h2>
        <p>{t(broken === "unknown" ? "views.unknownWhy" : `opened.${broken}`)}</p>
        <Button small onClick={dismissOpened}>
          {t("opened.close")}
        </Button>
      </div>
    );
  if (gone === null) return null;
  return (
    <div className={styles.opened} role="alert">
      {gone.entities.length > 0 && (
        <p>
          {t("opened.gone", {
            count: gone.entities.length,
            shown: gone.shown,
            names: list(gone.entities.map(({ id, name }) => name ?? id)),
          })}
        </p>
      )}
      {gone.merged.length > 0 && (
        <p>{t("opened.merged", { count: gone.merged.length, names: list(gone.merged.map((it) => t("opened.became", it))) })}</p>
      )}
      <div className={styles.actions}>
        <Button small onClick={dismissOpened}>
          {t("opened.close")}
        </Button>
        <Button
          small
          onClick={() => {
            dismissOpened();
            actions.undo();
          }}
        >
          {t("opened.undo")}
        </Button>
      </div>
    </div>
  );
}
