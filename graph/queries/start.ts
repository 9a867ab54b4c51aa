import type { EntityRef, StartAnswer } from "#graph/model/api-answers.ts";
import { allUnknown } from "./all-unknown.ts";
import { nodeRow, refOf } from "./entities-by-id.ts";
import { type Asked, ask, type Row, textOf, textOrNull } from "./rows.ts";
import { shown } from "./shown.ts";

export const startRegionCypher = `MATCH (n:Entity {kind: 'Region'})
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.degree AS degree
ORDER BY degree DESC, id LIMIT 1`;

export const startChainsCypher = `MATCH (n:Entity {kind: 'IndustrialChain'})
WHERE (n.collective IS NULL OR n.collective = false) AND ($region IS NULL OR n.region IS NULL OR n.region = $region)
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.degree AS degree
ORDER BY degree DESC, id LIMIT 60`;

export const startCompaniesCypher = `MATCH (c:Entity {kind: 'Company'})-[r:PART_OF_CHAIN|LEADS_CHAIN]->(n:Entity {kind: 'IndustrialChain'})
RETURN n.id AS chain, c.id AS id, c.kind AS kind, c.name AS name, c.nameEn AS nameEn, type(r) AS type, r.status AS status, r.role AS role
ORDER BY chain, id`;

export const startFiguresCypher = `MATCH (n:Entity {kind: 'IndustrialChain'})-[:COVERS]->(i:Entity {kind: 'Industry'})-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.name IN $names AND m.modality = 'actual'
RETURN n.id AS chain, m.id AS id, m.name AS name, m.value AS value, m.unit AS unit, m.op AS op, m.raw AS raw, m.period AS period,
  m.modality AS modality, m.rank AS rank, m.periodEnd AS periodEnd
ORDER BY periodEnd DESC, id`;

export const startShownCypher = `MATCH (n:Entity {kind: 'IndustrialChain'})
OPTIONAL MATCH (c:Entity {kind: 'Company'})-[r:PART_OF_CHAIN|LEADS_CHAIN]->(n)
RETURN n AS chain, collect(r) AS companies`;

const revenue = "营业收入";
const revenueShare = "占规上工业营业收入比重";
const unknownShown = 24;

/** What the first page tells: the chains with their companies, leaders and figures, and what is not known. */
export async function start(asked: Asked, { today }: { today: string }): Promise<StartAnswer> {
  const [region] = await ask(asked, startRegionCypher);
  const [chains, companies, figures, unknown] = await Promise.all([
    ask(asked, startChainsCypher, { region: region === undefined ? null : textOf(region.id) }),
    ask(asked, startCompaniesCypher),
    ask(asked, startFiguresCypher, { names: [revenue, revenueShare] }),
    allUnknown(asked, { today }),
  ]);
  return {
    region: region === undefined ? null : refOf(nodeRow(region)),
    chains: chains.map((row) => {
      const chain = nodeRow(row);
      const links = companies.filter((it) => it.chain === chain.id);
      return {
        ...refOf(chain),
        companies: distinct(links),
        stated: distinct(links.filter((it) => it.status === "stated")),
        revenue: newest(figures, chain.id, revenue),
        revenueShare: newest(figures, chain.id, revenueShare),
        leaders: links.filter((it) => it.type === "LEADS_CHAIN").map(leaderOf),
      };
    }),
    unknown: unknown.slice(0, unknownShown),
    unknownTotal: unknown.length,
    cypher: shown(startShownCypher),
  };
}

const distinct = (links: readonly Row[]): number => new Set(links.map((it) => it.id)).size;

const leaderOf = (row: Row): EntityRef & { status: string; role: string | null } => ({
  ...refOf(nodeRow(row)),
  status: textOf(row.status),
  role: textOrNull(row.role),
});

type Figure = NonNullable<StartAnswer["chains"][number]["revenue"]>;

/** The newest period; within it the preferred figure. */
function newest(figures: readonly Row[], chain: string, name: string): Figure | null {
  const held = figures.filter((it) => it.chain === chain && it.name === name);
  const latest = held.filter((it) => it.periodEnd === held[0]?.periodEnd);
  const row = latest.find((it) => it.rank === "preferred") ?? latest[0];
  if (row === undefined) return null;
  const { id, value, unit, op, raw, period, modality } = row;
  const optional = { ...(raw === null ? {} : { raw }), ...(period === null ? {} : { period }) };
  return { id, value, unit, op: op ?? "=", modality, ...optional } as Figure;
}
