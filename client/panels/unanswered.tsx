import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useHealth } from "#client/api/queries.ts";
import { isUnreachable } from "#client/api/request.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useAtlasStore } from "#client/state/context.tsx";
import { Button } from "#client/ui/button.tsx";
import { useFailureText } from "./failure.tsx";
import styles from "./unanswered.module.css";

/**
 * The server does not answer, or not as it should: what, what to do; the picture that is there stays. Once it answers again, whatever was
 * asked for in vain is asked for again.
 */
export function Unanswered() {
  const { t } = useTranslation();
  const words = useFailureText();
  const store = useAtlasStore();
  const client = useQueryClient();
  const { error, refetch, isFetching } = useHealth();
  const was = useRef<unknown>(null);
  useEffect(() => {
    const again = was.current !== null && error === null;
    was.current = error;
    if (!again) return;
    void client.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
    const { failure } = store.getState();
    if (isUnreachable(failure?.error)) failure?.retry();
  }, [error, client, store]);
  if (error === null) return null;
  const { told, remedy } = words(error);
  return (
    <div className={styles.unanswered} role="alert" data-unanswered>
      <b>{told}</b>
      <span>{remedy}</span>
      <Button small disabled={isFetching} onClick={() => void refetch()}>
        {t("failure.retry")}
      </Button>
    </div>
  );
}
