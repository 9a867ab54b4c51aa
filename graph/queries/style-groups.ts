import type { Grouping, StyleGroupsAnswer } from "#graph/model/style-values.ts";
import type { ShownCypher } from "#graph/model/subgraph.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";
import { relations } from "#graph/vocabulary/relations.ts";
import { attributesOfAll, heardAttributesCypher } from "./attributes-heard.ts";
import { type Heard, type HeardParameters, heardParameters, heardStatement, isFiltered } from "./heard.ts";
import { type Asked, ask, type Row, textOf, textOrNull } from "./rows.ts";
import { shown } from "./shown.ts";

export const styleChainsCypher = `MATCH (n:Entity)-[r:PART_OF_CHAIN|LEADS_CHAIN]->(g:Entity {kind: 'IndustrialChain'})
WHERE ${heardStatement("r")}
RETURN DISTINCT n.id AS id, g.id AS key`;

export const styleParksCypher = `MATCH (n:Entity)-[r:LOCATED_IN]->(g:Entity {kind: 'Park'})
WHERE ${heardStatement("r")}
RETURN DISTINCT n.id AS id, g.id AS key`;

export const styleGroupNamesCypher = `MATCH (g:Entity) WHERE g.kind = $kind
RETURN g.id AS key, g.name AS name, g.nameEn AS nameEn, g.shortName AS shortName, g.collective AS collective
ORDER BY g.degree DESC, key`;

export const styleStatesCypher = `MATCH (n:Entity {kind: 'Project'})
RETURN n.id AS id, n.state AS key`;

/** By entity, the keys of all groups that it belongs to. */
type Belonging = ReadonlyMap<string, ReadonlySet<string>>;

/** To which chain, park or state of a project each entity belongs, as far as is heard. */
export async function styleGroups(asked: Asked, { by, heard }: { by: Grouping; heard: Heard }): Promise<StyleGroupsAnswer> {
  const which = await heardParameters(asked, heard);
  if (by === "state") return byState(asked, isFiltered(heard) ? which : null);
  return by === "chain" ? byChain(asked, which) : byPark(asked, which);
}

async function byChain(asked: Asked, which: HeardParameters): Promise<StyleGroupsAnswer> {
  const [links, chains] = await Promise.all([
    ask(asked, styleChainsCypher, { ...which }),
    ask(asked, styleGroupNamesCypher, { kind: "IndustrialChain" }),
  ]);
  // A chain is its own; a collective one has none to belong to.
  const able = [...new Set([...relations.PART_OF_CHAIN.from, ...relations.LEADS_CHAIN.from])].sort();
  return answer("chain", {
    able,
    belonging: withThemselves(links, single(chains)),
    named: single(chains),
    cypher: shown(styleChainsCypher, { ...which }),
  });
}

/** A park inside a park counts as the outermost. */
async function byPark(asked: Asked, which: HeardParameters): Promise<StyleGroupsAnswer> {
  const [links, parks] = await Promise.all([
    ask(asked, styleParksCypher, { ...which }),
    ask(asked, styleGroupNamesCypher, { kind: "Park" }),
  ]);
  const direct = withThemselves(links, []);
  const outermost = (park: string, seen: ReadonlySet<string> = new Set([park])): string => {
    const around = [...(direct.get(park) ?? [])].filter((it) => !seen.has(it)).sort()[0];
    return around === undefined ? park : outermost(around, new Set([...seen, around]));
  };
  const belonging = new Map([...direct].map(([id, around]) => [id, new Set([...around].map((park) => outermost(park)))] as const));
  for (const { key } of single(parks)) belonging.set(textOf(key), new Set([outermost(textOf(key))]));
  return answer("park", {
    // An event or a region need not lie in a park: of these its absence says nothing.
    able: ["Company", "IndustryCluster", "Platform", "Project"],
    belonging,
    named: single(parks),
    cypher: shown(styleParksCypher, { ...which }),
  });
}

/** Null: the states that the projects show. */
async function byState(asked: Asked, which: HeardParameters | null): Promise<StyleGroupsAnswer> {
  const rows = which === null ? await ask(asked, styleStatesCypher) : await statesHeard(asked, which);
  const cypher = which === null ? shown(styleStatesCypher) : shown(heardAttributesCypher, { predicates: ["state"], ...which });
  const labels = kinds.Project.properties.state?.choices ?? {};
  const known = rows.filter(({ key }) => key !== null && key !== "unknown" && textOf(key) in labels);
  const named = Object.entries(labels)
    .filter(([key]) => key !== "unknown")
    .map(([key, { zh, en }]) => ({ key, name: zh, nameEn: en, shortName: null }));
  return answer("state", { able: ["Project"], belonging: withThemselves(known, []), named, cypher, inOrder: true });
}

async function statesHeard(asked: Asked, which: HeardParameters): Promise<Row[]> {
  const all = await attributesOfAll(asked, ["state"], which);
  return [...all].flatMap(([id, { kind, attributes }]) =>
    kind === "Project" && typeof attributes.state === "string" ? [{ id, key: attributes.state }] : [],
  );
}

/** A collective entity (六条重点产业链) is no group of its members. */
const single = (rows: readonly Row[]): Row[] => rows.filter((row) => row.collective !== true);

function withThemselves(links: readonly Row[], groups: readonly Row[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>(groups.map(({ key }) => [textOf(key), new Set([textOf(key)])]));
  for (const { id, key } of links) found.set(textOf(id), (found.get(textOf(id)) ?? new Set<string>()).add(textOf(key)));
  return found;
}

interface Found {
  able: string[];
  belonging: Belonging;
  named: readonly Row[];
  cypher: ShownCypher;
  /** Keeps the order of the names; else the largest group comes first. */
  inOrder?: boolean;
}

function answer(by: Grouping, { able, belonging, named, cypher, inOrder = false }: Found): StyleGroupsAnswer {
  const counts = new Map<string, number>();
  for (const keys of belonging.values()) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const groups = named
    .map((row) => ({
      key: textOf(row.key),
      name: textOf(row.name),
      nameEn: textOrNull(row.nameEn),
      shortName: textOrNull(row.shortName),
      count: counts.get(textOf(row.key)) ?? 0,
    }))
    .filter((group) => group.count > 0);
  if (!inOrder) groups.sort((a, b) => b.count - a.count);
  const place = new Map(groups.map(({ key }, index) => [key, index]));
  const values: StyleGroupsAnswer["values"] = { id: [], group: [] };
  for (const [id, keys] of belonging) {
    const places = [...keys].flatMap((key) => place.get(key) ?? []);
    if (places.length === 0) continue;
    values.id.push(id);
    values.group.push(places.length > 1 ? -1 : (places[0] as number));
  }
  return { by, kinds: able, groups, values, cypher };
}
