import { Dialog } from "@base-ui/react/dialog";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useScreen } from "#client/state/context.tsx";
import { screen } from "#client/state/screen.ts";
import { Button } from "#client/ui/button.tsx";
import { Filters } from "../rail/rail.tsx";
import styles from "./narrow.module.css";

/** The rail's filters as a sheet, for windows that have no room for the rail. */
export function FilterSheet() {
  const { t } = useTranslation();
  const open = useScreen((it) => it.filters);
  return (
    <Dialog.Root open={open} onOpenChange={(filters) => screen.setState({ filters })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.sheet}>
          <header>
            <Dialog.Title>{t("narrow.filters")}</Dialog.Title>
            <Dialog.Close render={<Button look="quiet" icon="close" aria-label={t("app.close")} />} />
          </header>
          <div className={styles.scroll}>
            <Filters />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
