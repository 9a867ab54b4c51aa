import { Popover } from "@base-ui/react/popover";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#client/ui/button.tsx";
import { SaveForm } from "./save-form.tsx";
import { ViewList } from "./view-list.tsx";
import styles from "./views.module.css";

/** In the top bar: save what is shown, and the views that there are. */
export function ViewsButton({ short }: { short: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<ReactNode>(null);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setTold(null);
      }}
    >
      <Popover.Trigger render={<Button look="quiet" icon="bookmark" aria-label={t("views.save")} title={t("views.save")} />}>
        {short ? undefined : t("views.save")}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" collisionPadding={12} className={styles.above}>
          <Popover.Popup className={styles.popup}>
            <header className={styles.head}>
              <Popover.Title>{t("views.title")}</Popover.Title>
              <Popover.Close render={<Button look="quiet" small icon="close" aria-label={t("app.close")} />} />
            </header>
            <SaveForm action={t("views.saveNow")} onSaved={({ name }) => setTold(t("views.saved", { name }))} />
            <p className={styles.told} role="status">
              {told}
            </p>
            <ViewList say={setTold} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
