import type { StatementAnswer } from "#graph/model/api-answers.ts";

/** From when and until when a statement holds, empty where nobody says. */
export interface HoldingWords {
  validFrom: string;
  validTo: string;
}

const always: HoldingWords = { validFrom: "", validTo: "" };

/** Asks the statements behind edges when they hold, by id. */
export function holdingBy(statements: readonly StatementAnswer[]): (id: string) => HoldingWords {
  const known = new Map(statements.map(({ id, validFrom = "", validTo = "" }) => [id as string, { validFrom, validTo }]));
  return (id) => known.get(id) ?? always;
}

/** In a word, `2024 – 2026`; empty where nobody says. */
export const holdingWords = ({ validFrom, validTo }: Pick<StatementAnswer, "validFrom" | "validTo">): string =>
  validFrom === undefined && validTo === undefined ? "" : `${validFrom ?? "…"} – ${validTo ?? "…"}`;
