import { groundOf } from "#graph/analysis/ground.ts";
import { unknownOf } from "#graph/analysis/unknown.ts";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";
import { attributesHeard } from "./attributes-heard.ts";
import type { DocumentTexts } from "./document-texts.ts";
import { entitiesById, refOf } from "./entities-by-id.ts";
import { evidenceOf } from "./evidence.ts";
import { NotInStore } from "./fault.ts";
import { everything, type Heard, type HeardParameters, heardMetric, heardParameters, heardStatement, isFiltered } from "./heard.ts";
import { decodeMetrics, metricRefs, metricsCypher } from "./metrics.ts";
import { symmetricRelations } from "./neighbours.ts";
import { type Asked, ask, numberOf, present, type Row, textOf, textOrNull } from "./rows.ts";
import { shown } from "./shown.ts";
import { decodeStatement, endsOf, statementColumns } from "./statement.ts";

export const entityCypher = `MATCH (n:Entity {id: $id})
RETURN properties(n) AS properties`;

export const entityAliasesCypher = `MATCH (a:Alias {entity: $id})
RETURN a.entity AS entity, a.surface AS surface, a.scope AS scope, a.scopeOf AS scopeOf, a.guard AS guard, a.source AS source,
  a.spans AS spans, a.confidence AS confidence
ORDER BY scope, surface`;

export const entityConstraintsCypher = `MATCH (c:Constraint)
WHERE c.kind = 'DIFFERENT_FROM' AND (c.left = $id OR c.right = $id)
RETURN c.left AS left, c.right AS right, c.reason AS reason`;

export const entityDegreesCypher = `MATCH (n:Entity {id: $id})-[r]-(m:Entity)
WHERE ${heardStatement("r")}
WITH type(r) AS relation, startNode(r).id AS start, r.id AS edge, m.id AS other, m.kind AS kind
RETURN relation AS relation, start = $id AS outgoing, edge AS edge, other AS other, kind AS kind`;

export const statementsFromCypher = `MATCH (s:Statement)
WHERE s.subject = $id AND s.untilRevision IS NULL AND ${heardStatement("s")}
RETURN ${statementColumns} ORDER BY status DESC, confidence DESC, id LIMIT $limit`;

export const statementsToCypher = `MATCH (s:Statement)
WHERE s.object = $id AND s.untilRevision IS NULL AND ${heardStatement("s")}
RETURN ${statementColumns} ORDER BY status DESC, confidence DESC, id LIMIT $limit`;

export const statementCountCypher = `MATCH (s:Statement)
WHERE (s.subject = $id OR s.object = $id) AND s.untilRevision IS NULL AND ${heardStatement("s")}
RETURN count(s) AS count`;

export const entityShownCypher = `MATCH (n:Entity {id: $id})
OPTIONAL MATCH (n)-[r]-(m:Entity)
WITH n, collect(r) AS edges
OPTIONAL MATCH (n)-[:HAS_METRIC]->(o:MetricObservation)
RETURN n AS entity, edges AS edges, collect(o) AS metrics`;

/** The same under clocks and trust. */
export const heardEntityShownCypher = `MATCH (n:Entity {id: $id})
OPTIONAL MATCH (n)-[r]-(m:Entity) WHERE ${heardStatement("r")}
WITH n, collect(r) AS edges
OPTIONAL MATCH (n)-[:HAS_METRIC]->(o:MetricObservation) WHERE ${heardMetric("o")}
RETURN n AS entity, edges AS edges, collect(o) AS metrics`;

const statementCap = 500;

export interface EntityOptions {
  id: string;
  texts: DocumentTexts;
  /** Today, as an ISO date: a target is past its period or not. */
  today: string;
  /** Of what time and by whose word it is told; everything when left out. */
  heard?: Heard;
}

/** Everything the store says of an entity, and what a reader would miss. Throws NotInStore. */
export async function entity(asked: Asked, { id, texts, today, heard = everything }: EntityOptions): Promise<EntityAnswer> {
  const which = { id, ...(await heardParameters(asked, heard)) };
  const cap = { ...which, limit: statementCap + 1 };
  const [nodes, aliases, constraints, links, from, to, measured, supplied] = await Promise.all([
    ask(asked, entityCypher, { id }),
    ask(asked, entityAliasesCypher, { id }),
    ask(asked, entityConstraintsCypher, { id }),
    ask(asked, entityDegreesCypher, which),
    ask(asked, statementsFromCypher, cap),
    ask(asked, statementsToCypher, cap),
    ask(asked, metricsCypher, which),
    texts.read(),
  ]);
  const properties = nodes[0]?.properties as Row | undefined;
  if (properties === undefined) throw new NotInStore({ what: "entity", id, remedy: "search for it with GET /search?q=" });

  const found = [...new Map([...from, ...to].map((row) => [textOf(row.id), row])).values()].sort(bestKnownFirst);
  const kept = found.slice(0, statementCap);
  const different = constraints.map((row) => ({ id: textOf(row.left === id ? row.right : row.left), reason: textOrNull(row.reason) }));
  const asStored = decodeEntity(properties);
  // The node holds what is shown first of all that was ever said; under a filter that is another value, or none.
  const own = isFiltered(heard) ? { ...asStored, attributes: attributesHeard(asStored.kind, kept) } : asStored;
  const named = namedByAttributes(own);
  const [entities, evidence, metricEvidence, total] = await Promise.all([
    entitiesById(asked, [...new Set([...kept.flatMap(endsOf), ...metricRefs(measured), ...different.map((it) => it.id), ...named])]),
    evidenceOf(asked, { of: "statements", ids: kept.map((row) => textOf(row.id)), texts: supplied }),
    evidenceOf(asked, { of: "metrics", ids: measured.map((row) => textOf(row.id)), texts: supplied }),
    found.length > statementCap ? countStatements(asked, which) : found.length,
  ]);
  const statements = kept.map((row) => decodeStatement(row, { entities, evidence: evidence.get(textOf(row.id)) ?? [] }));
  const metrics = decodeMetrics(measured, { entities, evidence: metricEvidence });
  const degrees = degreesOf(links);
  const day = which.at !== null && which.at < today ? which.at : today;
  return {
    entity: {
      ...own,
      attributeRefs: named.flatMap((ref) => entities.get(ref) ?? []).map(refOf),
      aliases: aliases.map((row) => present(row) as EntityAnswer["entity"]["aliases"][number]),
      differentFrom: different.flatMap(({ id: other, reason }) => {
        const row = entities.get(other);
        return row === undefined ? [] : [{ ...refOf(row), reason }];
      }),
    },
    degrees,
    neighbourKinds: neighbourKindsOf(links),
    metrics,
    statements,
    totalStatements: total,
    unknown: unknownOf({ entity: own, degrees, metrics, ground: groundOf(statements), today: day }),
    cypher: isFiltered(heard) ? shown(heardEntityShownCypher, { ...which }) : shown(entityShownCypher, { id }),
  };
}

const order: readonly string[] = ["stated", "inferred", "reference"];
const bestKnownFirst = (a: Row, b: Row): number =>
  order.indexOf(textOf(a.status)) - order.indexOf(textOf(b.status)) ||
  numberOf(b.confidence) - numberOf(a.confidence) ||
  (textOf(a.id) < textOf(b.id) ? -1 : 1);

async function countStatements(asked: Asked, which: HeardParameters & { id: string }): Promise<number> {
  const [row] = await ask(asked, statementCountCypher, { ...which });
  return numberOf(row?.count);
}

function degreesOf(links: readonly Row[]): EntityAnswer["degrees"] {
  const counts = new Map<string, EntityAnswer["degrees"][number]>();
  for (const row of links) {
    const relation = textOf(row.relation);
    const direction = row.outgoing === true || symmetricRelations.includes(relation) ? "out" : "in";
    const entry = counts.get(`${relation} ${direction}`) ?? { relation, direction, count: 0 };
    counts.set(`${relation} ${direction}`, { ...entry, count: entry.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.relation < b.relation ? -1 : 1));
}

function neighbourKindsOf(links: readonly Row[]): EntityAnswer["neighbourKinds"] {
  const kindOf = new Map(links.map((row) => [textOf(row.other), textOf(row.kind)]));
  const counts = new Map<string, number>();
  for (const kind of kindOf.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

const editorial = [
  "id",
  "kind",
  "name",
  "nameEn",
  "shortName",
  "subkind",
  "collective",
  "uncertain",
  "nameSource",
  "mergedFrom",
  "dataset",
];

function decodeEntity(properties: Row): Omit<EntityAnswer["entity"], "aliases" | "attributeRefs" | "differentFrom"> {
  const attributes = Object.keys(kinds[textOf(properties.kind) as keyof typeof kinds]?.properties ?? {});
  const pick = (names: readonly string[]) => present(Object.fromEntries(names.map((name) => [name, properties[name] ?? null])));
  return {
    ...(pick(editorial) as Pick<EntityAnswer["entity"], "id" | "kind" | "name">),
    degree: numberOf(properties.degree),
    attributes: pick(attributes) as EntityAnswer["entity"]["attributes"],
  };
}

/** Ids of entities among the values of attributes. */
function namedByAttributes({ kind, attributes }: Pick<EntityAnswer["entity"], "kind" | "attributes">): string[] {
  const definitions = kinds[kind].properties;
  return Object.entries(attributes).flatMap(([name, value]) => (definitions[name]?.type === "entity" ? [String(value)] : []));
}
