import type { FormEvent } from "react";
import type { Edit } from "#graph/model/review.ts";
import styles from "./edit.module.css";
import { FormEnd } from "./form-end.tsx";
import { usePropose } from "./use-propose.ts";

/** Asks once, and says what it would do. */
export function Withdraw({ why, title, edits }: { why: string; title: string; edits: readonly Edit[] }) {
  const { propose, busy, error } = usePropose();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void propose(title, edits);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <p className={styles.why}>{why}</p>
      <FormEnd ready busy={busy} error={error} />
    </form>
  );
}
