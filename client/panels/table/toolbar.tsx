import { Menu } from "@base-ui/react/menu";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { chosenColumns, isChosen, toggleColumn } from "./chosen-columns.ts";
import type { Column } from "./column.ts";
import styles from "./table.module.css";

interface ToolbarProps {
  table: "entities" | "statements";
  columns: readonly Column[];
  typed: string;
  onType(text: string): void;
  /** How many of how many rows are listed, and what was cut. */
  told: string;
  /** The text for the clipboard. */
  copy(): Promise<string>;
  children?: ReactNode;
}

/** Filter by text, choose columns, take the rows away. */
export function Toolbar({ table, columns, typed, onType, told, copy, children }: ToolbarProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const chosen = useStore(chosenColumns, (it) => it[table]);
  const take = async () => {
    await navigator.clipboard.writeText(await copy());
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <div className={styles.toolbar}>
      <label className={styles.filter}>
        <Icon name="filter" size={14} />
        <input
          type="search"
          aria-label={t("table.filter")}
          placeholder={t("table.filter")}
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      </label>
      <span className={styles.told} role="status">
        {told}
      </span>
      {children}
      <Menu.Root>
        <Menu.Trigger render={<Button small look="quiet" icon="table" />}>{t("table.columns")}</Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={6} align="end" className={styles.positioner}>
            <Menu.Popup className={styles.popup}>
              {columns
                .filter((column) => column.fixed !== true)
                .map((column) => (
                  <Menu.CheckboxItem
                    key={column.id}
                    className={styles.item}
                    checked={isChosen(column, chosen)}
                    onCheckedChange={() => toggleColumn(table, columns, column.id)}
                  >
                    {t(column.title)}
                    <Menu.CheckboxItemIndicator>
                      <Icon name="check" size={14} />
                    </Menu.CheckboxItemIndicator>
                  </Menu.CheckboxItem>
                ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <Button small look="quiet" icon={copied ? "check" : "copy"} onClick={() => void take()}>
        {t(copied ? "table.copied" : "table.copy")}
      </Button>
    </div>
  );
}
