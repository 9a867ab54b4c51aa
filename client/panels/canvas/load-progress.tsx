import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas } from "#client/state/context.tsx";
import { loading } from "#client/state/loading.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./load-progress.module.css";

/** The whole graph on its way: counted, and stopped with one click; what has come stays. */
export function LoadProgress() {
  const { t } = useTranslation();
  const present = useStore(loading, (it) => it.present);
  const spoken = useSpokenFifths(present);
  return (
    <>
      {present !== null && (
        <div className={styles.progress}>
          <span>{t("loading.all")}</span>
          <progress aria-label={t("loading.all")} value={present.done} max={Math.max(1, present.total)} />
          <span className={styles.count}>{t("loading.count", { done: formatCount(present.done), total: formatCount(present.total) })}</span>
          <Button small onClick={present.cancel}>
            {t("loading.stop")}
          </Button>
        </div>
      )}
      <p className={styles.spoken} role="status">
        {spoken}
      </p>
    </>
  );
}

/** A screen reader hears every fifth of the way, not every page. */
function useSpokenFifths(present: { done: number; total: number } | null): string {
  const { t } = useTranslation();
  const [spoken, setSpoken] = useState("");
  const fifth = present === null ? null : Math.floor((5 * present.done) / Math.max(1, present.total));
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again only when another fifth is there
  useEffect(() => {
    if (present === null) return setSpoken("");
    setSpoken(`${t("loading.all")} ${t("loading.count", { done: formatCount(present.done), total: formatCount(present.total) })}`);
  }, [fifth]);
  return spoken;
}

/** In the legend, beside "load more". */
export function LoadAll() {
  const { t } = useTranslation();
  const actions = useActions();
  const more = useAtlas((state) => state.overviewNext !== null);
  const running = useStore(loading, (it) => it.present !== null);
  if (!more || running) return null;
  return (
    <Button look="link" aria-label={t("loading.button")} onClick={() => void actions.loadAll()}>
      {t("loading.buttonShort")}
    </Button>
  );
}
