import { Popover } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import styles from "./bar-popover.module.css";
import { Button } from "./button.tsx";
import type { IconName } from "./icon.tsx";

interface BarPopoverProps {
  icon: IconName;
  /** Of the button; in narrow windows it has the icon alone. */
  name: string;
  short: boolean;
  title: string;
  open: boolean;
  onOpenChange(open: boolean): void;
  children: ReactNode;
}

/** A button in the top bar, and what opens below it: titled, closed by its cross, by Escape, and by a click elsewhere. */
export function BarPopover({ icon, name, short, title, open, onOpenChange, children }: BarPopoverProps) {
  const { t } = useTranslation();
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger render={<Button look="quiet" icon={icon} aria-label={name} title={name} />}>
        {short ? undefined : name}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" collisionPadding={12} className={styles.above}>
          <Popover.Popup className={styles.popup}>
            <header className={styles.head}>
              <Popover.Title>{title}</Popover.Title>
              <Popover.Close render={<Button look="quiet" small icon="close" aria-label={t("app.close")} />} />
            </header>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
