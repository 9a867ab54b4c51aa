import { type Ground, noGround } from "#graph/analysis/ground.ts";
import { unknownOf } from "#graph/analysis/unknown.ts";
import type { EntityAnswer, MetricAnswer, StartAnswer } from "#graph/model/api-answers.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { attributesOfAll } from "./attributes-heard.ts";
import { nodeRow, refOf } from "./entities-by-id.ts";
import { everything, type Heard, type HeardParameters, heardMetric, heardParameters, heardStatement, isFiltered } from "./heard.ts";
import { symmetricRelations } from "./neighbours.ts";
import { perRevision } from "./per-revision.ts";
import { type Asked, ask, present, type Row, textOf } from "./rows.ts";
import { weakGround } from "./weak-ground.ts";

export const unknownEntitiesCypher = `MATCH (n:Entity) WHERE n.kind IN $kinds OR n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.degree AS degree, n.collective AS collective,
  n.ownership AS ownership, n.state AS state
ORDER BY degree DESC, id`;

export const unknownLinksCypher = `MATCH (n:Entity)-[r]-(m:Entity) WHERE n.kind IN $kinds AND type(r) IN $relations
WITH n.id AS id, type(r) AS relation, startNode(r).id AS start
RETURN DISTINCT id AS id, relation AS relation, start = id AS outgoing`;

export const unknownMetricsCypher = `MATCH (m:MetricObservation)
WHERE m.untilRevision IS NULL AND m.modality IN ['target', 'actual']
RETURN m.subject AS subject, m.name AS name, m.modality AS modality, m.period AS period, m.region AS region, m.product AS product
ORDER BY name, period, m.id`;

/** The same under clocks and trust. */
export const heardUnknownLinksCypher = `MATCH (n:Entity)-[r]-(m:Entity) WHERE n.kind IN $kinds AND type(r) IN $relations AND ${heardStatement("r")}
WITH n.id AS id, type(r) AS relation, startNode(r).id AS start
RETURN DISTINCT id AS id, relation AS relation, start = id AS outgoing`;

export const heardUnknownMetricsCypher = `MATCH (m:MetricObservation)
WHERE m.untilRevision IS NULL AND m.modality IN ['target', 'actual'] AND ${heardMetric("m")}
RETURN m.subject AS subject, m.name AS name, m.modality AS modality, m.period AS period, m.region AS region, m.product AS product
ORDER BY name, period, m.id`;

type Unknown = StartAnswer["unknown"][number];

/** Kinds that the rules look at by their links; others can only miss a figure or rest on weak ground. */
export const kindsWithGaps: readonly EntityKind[] = ["IndustrialChain", "IndustryCluster", "Industry", "Project", "Company"];
export const relationsLookedFor = [
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

const looked = { kinds: kindsWithGaps, relations: relationsLookedFor };

/** What the rules look at. `attributes`: by entity, where they are not those that the entity shows. */
interface Facts {
  entities: readonly Row[];
  links: ReadonlyMap<string, readonly Row[]>;
  metrics: ReadonlyMap<string, readonly Row[]>;
  /** By entity, where it may be weak. */
  grounds: ReadonlyMap<string, Ground>;
  attributes: Awaited<ReturnType<typeof attributesOfAll>> | null;
}

type Heeded = Pick<Facts, "grounds" | "attributes"> & Record<"links" | "metrics", readonly Row[]>;

async function factsOf(asked: Asked, { links, metrics, grounds, attributes }: Heeded): Promise<Facts> {
  const figures = bySubject(metrics, "subject");
  const ids = [...new Set([...figures.keys(), ...grounds.keys()])];
  return {
    entities: await ask(asked, unknownEntitiesCypher, { kinds: kindsWithGaps, ids }),
    links: bySubject(links, "id"),
    metrics: figures,
    grounds,
    attributes,
  };
}

const allFacts = perRevision(async (asked: Asked): Promise<Facts> => {
  const [links, metrics, grounds] = await Promise.all([
    ask(asked, unknownLinksCypher, looked),
    ask(asked, unknownMetricsCypher),
    weakGround(asked, await heardParameters(asked, everything)),
  ]);
  return factsOf(asked, { links, metrics, grounds, attributes: null });
});

async function heardFacts(asked: Asked, which: HeardParameters): Promise<Facts> {
  const [links, metrics, grounds, attributes] = await Promise.all([
    ask(asked, heardUnknownLinksCypher, { ...looked, ...which }),
    ask(asked, heardUnknownMetricsCypher, { ...which }),
    weakGround(asked, which),
    attributesOfAll(asked, ["ownership", "state"], which),
  ]);
  return factsOf(asked, { links, metrics, grounds, attributes });
}

interface UnknownOptions {
  /** Today, as an ISO date. */
  today: string;
  /** Of what time and by whose word; everything when left out. */
  heard?: Heard;
}

/** Entities that are looked at between two turns of the event loop. */
const slice = 500;
/** What was found in these facts, on the day it was asked for. */
const found = new WeakMap<Facts, { today: string; list: Promise<Unknown[]> }>();

/** What is not known of which entity, the most connected first: what the entity itself tells. */
export async function allUnknown(asked: Asked, { today, heard = everything }: UnknownOptions): Promise<Unknown[]> {
  const which = await heardParameters(asked, heard);
  const known = isFiltered(heard) ? await heardFacts(asked, which) : await allFacts(asked.store);
  const day = which.at !== null && which.at < today ? which.at : today;
  const last = found.get(known);
  if (last?.today === day) return last.list;
  const list = unknownIn(known, day);
  found.set(known, { today: day, list });
  return list;
}

async function unknownIn({ entities, links, metrics, grounds, attributes }: Facts, today: string): Promise<Unknown[]> {
  const all: Unknown[][] = [];
  for (const [at, row] of entities.entries()) {
    const id = textOf(row.id);
    const known = {
      entity: {
        kind: textOf(row.kind) as EntityKind,
        collective: row.collective === true,
        attributes: attributes === null ? attributesOf(row) : (attributes.get(id)?.attributes ?? {}),
      },
      degrees: (links.get(id) ?? []).map(degreeOf),
      metrics: (metrics.get(id) ?? []).map((it) => present(it) as Pick<MetricAnswer, "name" | "modality">),
      ground: grounds.get(id) ?? noGround,
      today,
    };
    all.push(unknownOf(known).map((it) => ({ ...it, entity: refOf(nodeRow(row)) })));
    if (at % slice === slice - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return interleaved(all);
}

/** Each entity's first gap before anyone's second, so that one long list does not fill the page. */
function interleaved(lists: readonly Unknown[][]): Unknown[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rounds = Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list[round] ?? []));
  return rounds.flat();
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
