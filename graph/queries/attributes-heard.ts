import { projectAttributes, type StatementState } from "#graph/changes/projection.ts";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { numberOf, type Row, textOf, textOrNull, textsOf } from "./rows.ts";

/** The attributes that these statements give, projected by the function that draws the present ones. Rows as `statementColumns` names them. */
export function attributesHeard(kind: EntityKind, rows: readonly Row[]): EntityAnswer["entity"]["attributes"] {
  const states = rows.filter((row) => typeof row.value === "string").map(stateOf);
  return projectAttributes(kind, states) as EntityAnswer["entity"]["attributes"];
}

const stateOf = (row: Row): StatementState => ({
  content: {
    id: textOf(row.id),
    subject: textOf(row.subject),
    predicate: textOf(row.predicate),
    value: textOf(row.value),
    status: textOf(row.status),
    confidence: numberOf(row.confidence),
    ...(typeof row.validFrom === "string" ? { validFrom: row.validFrom } : {}),
  } as StatementState["content"],
  documents: textsOf(row.documents),
  assertedAt: textOrNull(row.assertedAt) ?? undefined,
  reliability: textOf(row.reliability) as StatementState["reliability"],
  drawn: row.drawn === true,
  rank: textOrNull(row.rank) ?? "normal",
  validFrom: textOrNull(row.validFrom) ?? undefined,
  validTo: textOrNull(row.validTo) ?? undefined,
  workedOut: textsOf(row.derived),
});
