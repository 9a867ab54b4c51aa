import { Menu } from "@base-ui/react/menu";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { type HandEdit, startEdit } from "#client/state/hand-edits.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./edit.module.css";

/** What can be done by hand with what is selected. */
export function EditMenu({ edits }: { edits: readonly { label: string; edit: HandEdit }[] }) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" small icon="more" aria-label={t("edit.menu")} title={t("edit.menu")} />} />
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className={styles.above}>
          <Menu.Popup className={styles.menu}>
            {edits.map(({ label, edit }) => (
              <Menu.Item key={label} className={styles.item} onClick={() => startEdit(edit)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
