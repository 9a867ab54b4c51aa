import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { Button } from "./button.tsx";
import styles from "./middle-dialog.module.css";

interface MiddleDialogProps {
  open: boolean;
  onClose(): void;
  title: ReactNode;
  /** CSS pixels, where the window is wide enough. */
  width: number;
  children: ReactNode;
}

/** A dialog in the middle of the window: a title with its cross, below it what scrolls. */
export function MiddleDialog({ open, onClose, title, width, children }: MiddleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open={open} onOpenChange={(stays) => !stays && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} style={{ width: `min(${width}px, calc(100vw - 32px))` }}>
          <header className={styles.head}>
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close render={<Button look="quiet" icon="close" aria-label={t("app.close")} />} />
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
