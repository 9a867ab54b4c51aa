import { Dialog } from "@base-ui/react/dialog";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useScreen } from "#client/state/context.tsx";
import { screen } from "#client/state/screen.ts";
import styles from "./palette.module.css";
import { PaletteBox } from "./palette-box.tsx";

/** One field for everything: entities, actions, saved views, questions, and what was chosen lately. */
export default function Palette() {
  const { t } = useTranslation();
  const open = useScreen((it) => it.palette);
  return (
    <Dialog.Root open={open} onOpenChange={(palette) => screen.setState({ palette })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={t("palette.title")} data-palette>
          <PaletteBox />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
