import { useTranslation } from "#client/i18n/use-translation.ts";
import { useExploration, useScreen } from "#client/state/context.tsx";
import styles from "./skip-links.module.css";

const places = {
  content: "main h1",
  canvas: "[data-canvas-stage]",
  table: "[data-canvas-table]",
  inspector: "[data-inspector]",
  strip: "[data-strip]",
} as const;

/** The first stops of the Tab key: straight to the parts of the page that are there. */
export function SkipLinks() {
  const { t } = useTranslation();
  const at = useScreen((it) => it.route.at);
  const table = useScreen((it) => it.table);
  const selected = useExploration((it) => it.selection.length > 0 || it.edge !== null);
  const offered: (keyof typeof places)[] =
    at === "explore" ? [table ? "table" : "canvas", ...(selected ? (["inspector"] as const) : []), "strip"] : ["content", "strip"];
  return (
    <nav className={styles.links} aria-label={t("skip.label")}>
      {offered.map((place) => (
        <button key={place} type="button" onClick={() => focusOn(places[place])}>
          {t(`skip.${place}`)}
        </button>
      ))}
    </nav>
  );
}

function focusOn(selector: string): void {
  const place = document.querySelector<HTMLElement>(selector);
  if (place === null) return;
  // A heading takes no focus by itself.
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus();
}
