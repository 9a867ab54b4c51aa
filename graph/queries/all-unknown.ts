import { unknownOf } from "#graph/analysis/unknown.ts";
import type { EntityAnswer, MetricAnswer, StartAnswer } from "#graph/model/api-answers.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { nodeRow, refOf } from "./entities-by-id.ts";
import { symmetricRelations } from "./neighbours.ts";
import { perRevision } from "./per-revision.ts";
import { type Asked, ask, present, type Row, textOf } from "./rows.ts";

export const unknownEntitiesCypher = `MATCH (n:Entity) WHERE n.kind IN $kinds OR n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.degree AS degree, n.collective AS collective,
  n.ownership AS ownership, n.state AS state
ORDER BY degree DESC, id`;

export const unknownLinksCypher = `MATCH (n:Entity)-[r]-(m:Entity) WHERE n.kind IN $kinds AND type(r) IN $relations
WITH n.id AS id, type(r) AS relation, startNode(r).id AS start
RETURN DISTINCT id AS id, relation AS relation, start = id AS outgoing`;

export const unknownMetricsCypher = `MATCH (m:MetricObservation)
WHERE m.untilRevision IS NULL AND m.modality IN ['target', 'actual']
RETURN m.subject AS subject, m.name AS name, m.modality AS modality, m.period AS period, m.region AS region, m.product AS product`;

type Unknown = StartAnswer["unknown"][number];

/** Kinds that the rules look at by their links; others can only have a target without a result. */
const kinds: readonly EntityKind[] = ["IndustrialChain", "IndustryCluster", "Industry", "Project", "Company"];
const relations = [
  "LEADS_CHAIN",
  "PART_OF_CHAIN",
  "MEMBER_OF",
  "SUPPLIES",
  "OWNS",
  "SUBSIDIARY_OF",
  "LOCATED_IN",
  "HOSTS",
  "ATTRACTS",
  "BUILDS",
];

const facts = perRevision(async (asked: Asked) => {
  const [links, metrics] = await Promise.all([ask(asked, unknownLinksCypher, { kinds, relations }), ask(asked, unknownMetricsCypher)]);
  const measured = [...new Set(metrics.filter((it) => it.modality === "target").map((it) => textOf(it.subject)))];
  return {
    entities: await ask(asked, unknownEntitiesCypher, { kinds, ids: measured }),
    links: bySubject(links, "id"),
    metrics: bySubject(metrics, "subject"),
  };
});

/** What is not known of chains, clusters, industries, projects and companies, the most connected first; weak sources aside. */
export async function allUnknown(store: GraphStore, today: string): Promise<Unknown[]> {
  const { entities, links, metrics } = await facts(store);
  const all = entities.map((row) => {
    const id = textOf(row.id);
    const known = {
      entity: { kind: textOf(row.kind) as EntityKind, collective: row.collective === true, attributes: attributesOf(row) },
      degrees: (links.get(id) ?? []).map(degreeOf),
      metrics: (metrics.get(id) ?? []).map((it) => present(it) as Pick<MetricAnswer, "name" | "modality">),
      statements: [],
      today,
    };
    return unknownOf(known).map((it) => ({ ...it, entity: refOf(nodeRow(row)) }));
  });
  return interleaved(all);
}

/** Each entity's first gap before anyone's second, so that one long list does not fill the page. */
function interleaved(lists: readonly Unknown[][]): Unknown[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list.slice(round, round + 1))).flat();
}

const attributesOf = ({ ownership, state }: Row) =>
  present({ ownership: ownership ?? null, state: state ?? null }) as EntityAnswer["entity"]["attributes"];

function degreeOf(row: Row): EntityAnswer["degrees"][number] {
  const relation = textOf(row.relation);
  return { relation, direction: row.outgoing === true || symmetricRelations.includes(relation) ? "out" : "in", count: 1 };
}

function bySubject(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(textOf(row[column]));
    if (group === undefined) groups.set(textOf(row[column]), [row]);
    else group.push(row);
  }
  return groups;
}
