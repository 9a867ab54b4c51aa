import { createStore } from "zustand/vanilla";
import type { EntityAnswer, StatementAnswer } from "#graph/model/api-answers.ts";

/** Which form is open for an edit by hand, and what it is about. */
export type HandEdit =
  | { form: "entity" }
  | { form: "correct-entity" | "merge" | "split" | "add"; entity: EntityAnswer }
  | { form: "correct-statement" | "withdraw-statement"; statement: StatementAnswer }
  | { form: "withdraw-document"; document: { id: string; title: string } };

export const handEdit = createStore<{ open: HandEdit | null }>(() => ({ open: null }));

export const startEdit = (open: HandEdit): void => handEdit.setState({ open });
export const closeEdit = (): void => handEdit.setState({ open: null });
