import { useStore } from "zustand";
import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { editor } from "#client/state/editor.ts";
import { closeEdit, type HandEdit as Edit, handEdit } from "#client/state/hand-edits.ts";
import { MiddleDialog } from "#client/ui/middle-dialog.tsx";
import { TokenBox } from "../intake/token-box.tsx";
import { AddStatement } from "./add-statement.tsx";
import { AddEntity, CorrectEntity, CorrectStatement } from "./correct.tsx";
import styles from "./edit.module.css";
import { Merge } from "./merge.tsx";
import { Split } from "./split.tsx";
import { Withdraw } from "./withdraw.tsx";

/** Edits by hand, each a form that ends in a change set: nothing is written before it has been reviewed. */
export default function HandEdit() {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const open = useStore(handEdit, (it) => it.open);
  const token = useStore(editor, (it) => it.token);
  return (
    <MiddleDialog open={open !== null} onClose={closeEdit} title={open !== null && titleOf(open, language, t)} width={480}>
      <div className={styles.body}>{open !== null && (token === null ? <TokenBox /> : <Form edit={open} />)}</div>
    </MiddleDialog>
  );
}

function titleOf(edit: Edit, language: "zh" | "en", t: (key: string, values?: Record<string, string>) => string): string {
  switch (edit.form) {
    case "add-entity":
      return t("edit.titleAddEntity");
    case "correct-entity":
      return t("edit.titleCorrect", { name: nameOf(edit.entity.entity, language) });
    case "merge":
      return t("edit.titleMerge", { name: nameOf(edit.entity.entity, language) });
    case "split":
      return t("edit.titleSplit", { name: nameOf(edit.entity.entity, language) });
    case "add-statement":
      return t("edit.titleAdd", { name: nameOf(edit.entity.entity, language) });
    case "correct-statement":
      return t("edit.titleCorrect", { name: nameOf(edit.statement.subjectRef, language) });
    case "withdraw-statement":
      return t("edit.withdrawClaim");
    case "withdraw-document":
      return t("edit.titleWithdraw", { name: edit.document.title });
  }
}

function Form({ edit }: { edit: Edit }) {
  const { t } = useTranslation();
  switch (edit.form) {
    case "add-entity":
      return <AddEntity />;
    case "correct-entity":
      return <CorrectEntity answer={edit.entity} />;
    case "merge":
      return <Merge answer={edit.entity} />;
    case "split":
      return <Split answer={edit.entity} />;
    case "add-statement":
      return <AddStatement answer={edit.entity} />;
    case "correct-statement":
      return <CorrectStatement statement={edit.statement} />;
    case "withdraw-statement": {
      const { id, subjectRef } = edit.statement;
      return (
        <Withdraw
          why={t("edit.withdrawClaimWhy")}
          title={`${t("edit.withdrawClaim")} ${subjectRef.name}`}
          edits={[{ do: "remove", table: "statements", id }]}
        />
      );
    }
    case "withdraw-document":
      return (
        <Withdraw
          why={t("edit.withdrawWhy")}
          title={t("edit.titleWithdraw", { name: edit.document.title })}
          edits={[{ do: "withdraw", document: edit.document.id }]}
        />
      );
  }
}
