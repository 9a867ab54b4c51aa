import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import type { PaletteEntry } from "./entry.ts";
import type { PaletteGroup } from "./groups.ts";
import styles from "./palette.module.css";

interface PaletteListProps {
  id: string;
  groups: readonly PaletteGroup[];
  active: string | null;
  onPoint(id: string): void;
  onRun(entry: PaletteEntry): void;
}

/** The groups as one listbox; focus stays in the field above. */
export function PaletteList({ id, groups, active, onPoint, onRun }: PaletteListProps) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  return (
    <div id={id} role="listbox" aria-label={t("palette.results")} className={styles.list} tabIndex={-1}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
          <p id={`${id}-${group.id}`} className={styles.heading}>
            {group.title[language]}
            {group.total > group.entries.length && (
              <small>{t("palette.of", { shown: formatCount(group.entries.length), total: formatCount(group.total) })}</small>
            )}
          </p>
          {group.entries.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
            <div
              key={entry.id}
              id={`${id}-${entry.id}`}
              data-entry={entry.id}
              role="option"
              aria-selected={entry.id === active}
              className={`${styles.entry} ${entry.id === active ? styles.active : ""}`}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => entry.id !== active && onPoint(entry.id)}
              onClick={() => onRun(entry)}
            >
              {entry.kind === undefined ? <Icon name={entry.icon ?? "chevron"} /> : <KindGlyph kind={entry.kind} size={18} />}
              <span className={styles.title}>{entry.title[language]}</span>
              {entry.detail !== undefined && <small className={styles.detail}>{entry.detail}</small>}
              {entry.keys !== undefined && (
                <span className={styles.keys}>
                  {entry.keys.map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
