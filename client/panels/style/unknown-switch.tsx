import { useStore } from "zustand";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useExploration } from "#client/state/context.tsx";
import { Button } from "#client/ui/button.tsx";
import styles from "./style.module.css";
import { unknownMarks } from "./unknown-marks.ts";

/** Draws or leaves out what is not known of the shown entities. */
export function UnknownSwitch() {
  const { t } = useTranslation();
  const actions = useActions();
  const shown = useExploration((it) => it.unknownShown);
  const name = t(shown ? "unknown.hide" : "unknown.show");
  return (
    <Button look="quiet" small icon="unknown" pressed={shown} aria-label={name} title={name} onClick={() => actions.showUnknown(!shown)} />
  );
}

/** In the legend: the look, and how many of how many are drawn. */
export function UnknownSample() {
  const { t } = useTranslation();
  const shown = useExploration((it) => it.unknownShown);
  const { drawn, total, more } = useStore(unknownMarks);
  if (!shown) return null;
  return (
    <span data-unknown-drawn={drawn}>
      <i className={styles.mark} aria-hidden="true">
        ?
      </i>
      {t("unknown.drawn", { drawn: formatCount(drawn), total: formatCount(total) })}
      {more && ` · ${t("unknown.more")}`}
    </span>
  );
}
