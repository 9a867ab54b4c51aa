import { type ReactNode, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { BarPopover } from "#client/ui/bar-popover.tsx";
import { SaveForm } from "./save-form.tsx";
import { ViewList } from "./view-list.tsx";
import styles from "./views.module.css";

/** In the top bar: save what is shown, and the views that there are. */
export function ViewsButton({ short }: { short: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<ReactNode>(null);
  const turn = (next: boolean) => {
    setOpen(next);
    setTold(null);
  };
  return (
    <BarPopover icon="bookmark" name={t("views.save")} short={short} title={t("views.title")} open={open} onOpenChange={turn}>
      <SaveForm action={t("views.saveNow")} onSaved={({ name }) => setTold(t("views.saved", { name }))} />
      <p className={styles.told} role="status">
        {told}
      </p>
      <ViewList say={setTold} />
    </BarPopover>
  );
}
