import type { EvidenceAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import type { NodeRow } from "./columns.ts";
import type { DocumentTexts } from "./document-texts.ts";
import { entitiesById, refOf } from "./entities-by-id.ts";
import { evidenceOf } from "./evidence.ts";
import { NotInStore } from "./fault.ts";
import { type Asked, ask, numberOf, present, type Row, textOf, textOrNull, textsOf } from "./rows.ts";

export const statementColumns = `s.id AS id, s.subject AS subject, s.predicate AS predicate, s.object AS object, s.value AS value,
  s.status AS status, s.confidence AS confidence, s.basis AS basis, s.rank AS rank, s.validFrom AS validFrom, s.validTo AS validTo,
  s.assertedAt AS assertedAt, s.documents AS documents, s.reliability AS reliability, s.drawn AS drawn, s.derived AS derived, s.properties AS properties, s.sinceRevision AS sinceRevision`;

export const statementCypher = `MATCH (s:Statement {id: $id})
WHERE s.untilRevision IS NULL
RETURN ${statementColumns}`;

interface Parts {
  entities: ReadonlyMap<string, NodeRow>;
  evidence: readonly EvidenceAnswer[];
}

/** An entity that a statement names but the store has not: shown by its id. */
const named = (entities: ReadonlyMap<string, NodeRow>, id: string): NodeRow =>
  entities.get(id) ?? { id, kind: "Company", name: id, nameEn: null, shortName: null, degree: 0 };

/** Ids of the entities that a row of `statementColumns` joins. */
export const endsOf = (row: Row): string[] => [textOf(row.subject), ...(row.object === null ? [] : [textOf(row.object)])];

const propertiesOf = (text: string | null): StatementAnswer["properties"] => (text === null ? {} : JSON.parse(text));

export function decodeStatement(row: Row, { entities, evidence }: Parts): StatementAnswer {
  const { rank, assertedAt, documents, reliability: _, drawn: __, derived, properties, sinceRevision, ...own } = row;
  const object = textOrNull(row.object);
  return {
    ...(present(own) as Pick<StatementAnswer, "id" | "subject" | "predicate" | "status" | "confidence">),
    rank: textOrNull(rank) ?? "normal",
    assertedAt: textOrNull(assertedAt),
    documents: textsOf(documents),
    derived: textsOf(derived),
    properties: propertiesOf(textOrNull(properties)),
    sinceRevision: numberOf(sinceRevision),
    subjectRef: refOf(named(entities, textOf(row.subject))),
    objectRef: object === null ? null : refOf(named(entities, object)),
    evidence: [...evidence],
  };
}

/** One statement that holds now, with its evidence. Throws NotInStore, also for one that was withdrawn. */
export async function statement(asked: Asked, { id, texts }: { id: string; texts: DocumentTexts }): Promise<StatementAnswer> {
  const [row] = await ask(asked, statementCypher, { id });
  if (row === undefined) {
    throw new NotInStore({
      what: "statement",
      id,
      remedy: "take the id from an entity's statements or an edge; a withdrawn one is in its revision",
    });
  }
  const [entities, evidence] = await Promise.all([
    entitiesById(asked, endsOf(row)),
    texts.read().then((supplied) => evidenceOf(asked, { of: "statements", ids: [id], texts: supplied })),
  ]);
  return decodeStatement(row, { entities, evidence: evidence.get(id) ?? [] });
}
