import { Dialog } from "@base-ui/react/dialog";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useScreen } from "#client/state/context.tsx";
import { screen } from "#client/state/screen.ts";
import { Button, Key } from "#client/ui/button.tsx";
import styles from "./help.module.css";

const keys = [
  [["/"], "search"],
  [["⌘K"], "palette"],
  [["↑", "↓", "←", "→"], "nearest"],
  [["[", "]"], "neighbour"],
  [["Enter"], "select"],
  [["Space"], "keep"],
  [["E"], "expand"],
  [["P"], "paths"],
  [["C"], "collapse"],
  [["H"], "hide"],
  [["⇧H"], "unhide"],
  [[".", "⇧."], "only"],
  [["L", "B"], "lasso"],
  [["N", "I"], "selectMore"],
  [["⌘A"], "selectAll"],
  [["⇧G"], "group"],
  [["⇧U"], "ungroup"],
  [["⇧P"], "pin"],
  [["F"], "fitSelection"],
  [["0"], "fitAll"],
  [["+", "−"], "zoom"],
  [["⌘Z", "⇧⌘Z"], "undo"],
  [["T"], "table"],
  [["F6"], "panels"],
  [["⌘↵"], "run"],
  [["⌃Space"], "complete"],
  [["Esc"], "escape"],
  [["?"], "help"],
] as const;

const reviewKeys = [
  [["J", "K"], "reviewNext"],
  [["A", "X"], "reviewDecide"],
  [["E"], "reviewEdit"],
  [["U"], "reviewUndo"],
  [["Enter"], "reviewShow"],
] as const;

/** Every canvas action has a key; here they are. */
export function Help() {
  const { t } = useTranslation();
  const open = useScreen((it) => it.help);
  return (
    <Dialog.Root open={open} onOpenChange={(help) => screen.setState({ help })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <header>
            <Dialog.Title>{t("help.title")}</Dialog.Title>
            <Dialog.Close render={<Button look="quiet" icon="close" aria-label={t("app.close")} />} />
          </header>
          <KeyList keys={keys} />
          <h3>{t("help.review")}</h3>
          <KeyList keys={reviewKeys} />
          <p>{t("help.mouse")}</p>
          <p>{t("help.control")}</p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function KeyList({ keys: listed }: { keys: typeof keys | typeof reviewKeys }) {
  const { t } = useTranslation();
  return (
    <dl>
      {listed.map(([names, what]) => (
        <Fragment key={what}>
          <dt>
            {names.map((name) => (
              <Key key={name}>{name}</Key>
            ))}
          </dt>
          <dd>{t(`help.${what}`)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
