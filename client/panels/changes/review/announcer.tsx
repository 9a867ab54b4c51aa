import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { useReviewing } from "../reviewing.ts";
import { changeWords } from "../words.ts";
import styles from "./announcer.module.css";

/** Says what the last step did, for those who do not see it. */
export function Announcer() {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const review = useReviewing((it) => it.review);
  const names = useReviewing((it) => it.names);
  const said = review?.said ?? null;
  const change = said?.change == null ? undefined : review?.byId.get(said.change);
  const words = (() => {
    if (said === null) return "";
    if (said.what === "reloaded" || said.what === "nothing") return t(`said.${said.what}`);
    if (said.what === "undone") return t("said.undone", { count: said.count });
    const carried = said.carried.length > 0 ? t("said.carried", { count: said.carried.length }) : "";
    const verdict = said.decision ?? "accepted";
    if (said.count > 1 || change === undefined) return t(`said.${verdict}Many`, { count: said.count }) + carried;
    return t(`said.${verdict}`, { change: changeWords(change, names, language) }) + carried;
  })();
  const shown = said?.what === "reloaded" || (said?.carried.length ?? 0) > 0;
  return (
    <p className={shown ? styles.said : styles.spoken} role="status" aria-live="polite">
      {words}
    </p>
  );
}
