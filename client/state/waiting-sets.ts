import type { ChangeSetSummary } from "#graph/model/review.ts";

/** Whether a change set waits for a person: open, and with something in it to decide or to answer. The same input again has neither. */
export const waits = ({ state, decided, questions }: ChangeSetSummary): boolean =>
  state === "open" && decided.accepted + decided.rejected + decided.open + questions > 0;
