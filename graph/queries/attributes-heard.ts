import { projectAttributes, type StatementState } from "#graph/changes/projection.ts";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { entitiesById } from "./entities-by-id.ts";
import { type HeardParameters, heardStatement } from "./heard.ts";
import { type Asked, ask, numberOf, type Row, textOf, textOrNull, textsOf } from "./rows.ts";
import { statementColumns } from "./statement.ts";

export const heardAttributesCypher = `MATCH (s:Statement)
WHERE s.predicate IN $predicates AND s.untilRevision IS NULL AND ${heardStatement("s")}
RETURN ${statementColumns}`;

/** Of every entity, what is heard of these attributes; entities of which nothing is heard are left out. */
export async function attributesOfAll(
  asked: Asked,
  predicates: readonly string[],
  which: HeardParameters,
): Promise<Map<string, { kind: EntityKind; attributes: EntityAnswer["entity"]["attributes"] }>> {
  const bySubject = new Map<string, Row[]>();
  for (const row of await ask(asked, heardAttributesCypher, { predicates, ...which })) {
    const subject = textOf(row.subject);
    const own = bySubject.get(subject);
    if (own === undefined) bySubject.set(subject, [row]);
    else own.push(row);
  }
  const entities = await entitiesById(asked, [...bySubject.keys()]);
  return new Map(
    [...entities].map(([id, { kind }]) => {
      const of = kind as EntityKind;
      return [id, { kind: of, attributes: attributesHeard(of, bySubject.get(id) ?? []) }];
    }),
  );
}

/**
 * The attributes that these statements give, projected by the function that draws the present ones, and in the order of the vocabulary, in which
 * a stored entity tells them. Rows as `statementColumns` names them.
 */
export function attributesHeard(kind: EntityKind, rows: readonly Row[]): EntityAnswer["entity"]["attributes"] {
  const states = rows.filter((row) => typeof row.value === "string").map(stateOf);
  const heard = projectAttributes(kind, states);
  const names = Object.keys(kinds[kind].properties).filter((name) => name in heard);
  return Object.fromEntries(names.map((name) => [name, heard[name]])) as EntityAnswer["entity"]["attributes"];
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
