import { Fragment } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useScreen } from "#client/state/context.tsx";
import { screen } from "#client/state/screen.ts";
import { Key } from "#client/ui/button.tsx";
import { MiddleDialog } from "#client/ui/middle-dialog.tsx";
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
    <MiddleDialog open={open} onClose={() => screen.setState({ help: false })} title={t("help.title")} width={640}>
      <div className={styles.body}>
        <KeyList keys={keys} />
        <h3>{t("help.review")}</h3>
        <KeyList keys={reviewKeys} />
        <p>{t("help.mouse")}</p>
        <p>{t("help.control")}</p>
      </div>
    </MiddleDialog>
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
