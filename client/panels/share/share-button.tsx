import { Popover } from "@base-ui/react/popover";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#client/ui/button.tsx";
import { Skeleton } from "#client/ui/marks.tsx";
import { LinkField } from "./link-field.tsx";
import styles from "./share.module.css";

const TakeAway = lazy(() => import("./take-away.tsx"));

/** In the top bar: a link to what is shown, and what is shown as a file. */
export function ShareButton({ short }: { short: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={<Button look="quiet" icon="share" aria-label={t("share.button")} title={t("share.button")} />}>
        {short ? undefined : t("share.button")}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" collisionPadding={12} className={styles.above}>
          <Popover.Popup className={styles.popup}>
            <header className={styles.head}>
              <Popover.Title>{t("share.title")}</Popover.Title>
              <Popover.Close render={<Button look="quiet" small icon="close" aria-label={t("app.close")} />} />
            </header>
            <LinkField />
            <Suspense fallback={<Skeleton lines={4} />}>
              <TakeAway />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
