import { useTranslation } from "#client/i18n/use-translation.ts";
import { screen } from "#client/state/screen.ts";
import styles from "./sheet-grab.module.css";

const next = { peek: "half", half: "full", full: "peek" } as const;

/** In narrow windows the inspector is a sheet: a tap on its edge makes it larger, then small again. */
export function SheetGrab() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.grab}
      aria-label={t("inspector.resize")}
      onClick={() => screen.setState((it) => ({ inspector: next[it.inspector] }))}
    />
  );
}
