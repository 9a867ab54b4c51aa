import { useEffect, useState } from "react";
import { ApiFailure } from "#client/api/request.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { FailureText } from "#client/panels/failure.tsx";
import { useActions, useAtlas, useAtlasLater, useExploration } from "#client/state/context.tsx";
import { useVisibleCounts } from "#client/state/counted.ts";
import { activeFilters } from "#client/state/visible.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./canvas.module.css";

/** A bar after 300 ms, a way to cancel after 2 s; what was there stays. */
export function LoadingBar() {
  const { t } = useTranslation();
  // Most tasks end before their bar could be shown.
  const tasks = useAtlasLater((state) => state.tasks);
  const oldest = tasks[0];
  const [age, setAge] = useState<"young" | "slow" | "long">("young");
  const id = oldest?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new oldest task starts the clock again
  useEffect(() => {
    setAge("young");
    const slow = setTimeout(() => setAge("slow"), 300);
    const long = setTimeout(() => setAge("long"), 2000);
    return () => {
      clearTimeout(slow);
      clearTimeout(long);
    };
  }, [id]);
  if (oldest === undefined || age === "young") return null;
  return (
    <>
      <div className={styles.bar} role="progressbar" aria-label={t("canvas.loading")}>
        <i />
      </div>
      {age === "long" && (
        <div className={`${styles.float} ${styles.cancel}`}>
          <span>{t("canvas.underWay", { task: t(`task.${oldest.name}`) })}</span>
          <Button small onClick={() => oldest.cancel()}>
            {t("canvas.cancel")}
          </Button>
        </div>
      )}
    </>
  );
}

export function FailureNotice() {
  const { t } = useTranslation();
  const actions = useActions();
  const failure = useAtlas((state) => state.failure);
  if (failure === null) return null;
  // What is not there will not be there a second later.
  const mayPass = !(failure.error instanceof ApiFailure && failure.error.status === 404);
  return (
    <div className={styles.notice} role="alert">
      <h2>{t("failure.action", { action: t(`task.${failure.action}`) })}</h2>
      <p>
        <FailureText error={failure.error} />
      </p>
      <div className={styles.actions}>
        {mayPass && (
          <Button look="primary" onClick={failure.retry}>
            {t("failure.retry")}
          </Button>
        )}
        <Button look={mayPass ? "plain" : "primary"} onClick={actions.dismissFailure}>
          {t("failure.dismiss")}
        </Button>
      </div>
    </div>
  );
}

/** Never a blank canvas: which filter took everything away, and how to take that filter off. */
export function EmptyNotice() {
  const ready = useAtlas((state) => state.ready);
  const { nodes } = useVisibleCounts();
  return ready && nodes === 0 && <NothingVisible />;
}

function NothingVisible() {
  const { t } = useTranslation();
  const actions = useActions();
  const filters = activeFilters(useExploration((it) => it));
  return (
    <div className={styles.notice} role="status">
      <h2>{t("empty.title")}</h2>
      <p>{filters.length > 0 ? t("empty.filtered") : t("empty.hidden")}</p>
      <div className={styles.actions}>
        {filters.map((filter) => (
          <Button key={filter} onClick={() => actions.clearFilter(filter)}>
            {t(`empty.off.${filter}`)}
          </Button>
        ))}
        {filters.length === 0 && <Button onClick={() => void actions.showAllLoaded()}>{t("empty.showAll")}</Button>}
      </div>
    </div>
  );
}
