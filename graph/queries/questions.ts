import type { Question, QuestionsAnswer } from "#graph/model/api-answers.ts";
import { weakConfidence } from "#graph/vocabulary/marks.ts";
import { perRevision } from "./per-revision.ts";
import type { Asked } from "./rows.ts";

/** What analysts ask of the atlas, as Cypher to start from. Each runs as it stands, on both engines. */
export const questions: readonly Question[] = [
  {
    id: "leaders",
    title: { zh: "谁引领各链与集群", en: "Who leads each chain and cluster" },
    query: `MATCH (x:Entity) WHERE x.kind IN ['IndustrialChain', 'IndustryCluster']
OPTIONAL MATCH (c:Company)-[r:LEADS_CHAIN]->(x)
RETURN x AS led, c AS company, r AS edge, r.role AS role, r.status AS status, r.confidence AS confidence, r.basis AS basis
ORDER BY x.degree DESC, x.id`,
    parameters: {},
  },
  {
    id: "on-the-chain",
    title: { zh: "锂电链有哪些企业", en: "Companies on the lithium chain, and why" },
    query: `MATCH (c:Company)-[r:PART_OF_CHAIN|LEADS_CHAIN]->(x:IndustrialChain)
WHERE x.name CONTAINS $chain
RETURN c AS company, r AS edge, x AS chain, r.segment AS segment, r.status AS status, r.confidence AS confidence, r.basis AS basis
ORDER BY r.status DESC, r.confidence DESC, c.id`,
    parameters: { chain: "锂电" },
  },
  {
    id: "plan-scope",
    title: { zh: "6313计划覆盖什么", en: "What plan 6313 covers, targets and aligns with" },
    query: `MATCH (p:Policy)-[r:COVERS|TARGETS|ALIGNED_WITH|APPLIES_TO|PART_OF_PLAN]-(x:Entity)
WHERE p.name CONTAINS $plan
RETURN p AS plan, r AS edge, x AS other, r.status AS status
ORDER BY type(r), x.id`,
    parameters: { plan: "6313" },
  },
  {
    id: "industry-size",
    title: { zh: "钢铁与锂电规模占比", en: "Size and shares of steel and lithium" },
    query: `MATCH (i:Industry)-[h:HAS_METRIC]->(m:MetricObservation)
WHERE (i.name CONTAINS $first OR i.name CONTAINS $second) AND m.period STARTS WITH $year
RETURN i AS industry, m.name AS measure, m.op AS op, m.value AS value, m.unit AS unit, m.raw AS printed, m.basis AS basis,
  m.modality AS modality, m.period AS period
ORDER BY i.id, m.name`,
    parameters: { first: "钢铁", second: "锂电", year: "2023" },
  },
  {
    id: "project-states",
    title: { zh: "项目进度与建设方", en: "Projects by state, builder and capacity" },
    query: `MATCH (p:Project)
OPTIONAL MATCH (c:Company)-[r:BUILDS]->(p)
OPTIONAL MATCH (p)-[:HAS_METRIC]->(m:MetricObservation {modality: 'design_capacity'})
RETURN p AS project, p.state AS state, p.stateRaw AS printed, p.stateAt AS stateAt, c AS builder, r AS edge, m.value AS capacity, m.unit AS unit
ORDER BY p.state, p.id`,
    parameters: {},
  },
  {
    id: "group-projects",
    title: { zh: "赣锋系在建设什么", en: "What the Ganfeng group builds" },
    query: `MATCH (c:Company)-[:SUBSIDIARY_OF*0..3]->(g:Company)
WHERE g.name CONTAINS $group
WITH DISTINCT c
MATCH (c)-[r:BUILDS]->(p:Entity)
RETURN c AS company, r AS edge, p AS built, p.state AS state
ORDER BY c.id, p.id`,
    parameters: { group: "赣锋" },
  },
  {
    id: "inside-a-park",
    title: { zh: "新余高新区内有什么", en: "What lies in Xinyu High-tech Zone" },
    query: `MATCH path = (x:Entity)-[:LOCATED_IN*1..3]->(p:Park)
WHERE p.name = $park
RETURN path AS path, x.name AS name, x.kind AS kind, length(path) AS steps
ORDER BY steps, name`,
    parameters: { park: "新余高新区" },
  },
  {
    id: "investment-senses",
    title: { zh: "三种投资分别多少", en: "Investment done, planned, lifetime: kept apart" },
    query: `MATCH (x:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.name IN $measures
RETURN m.name AS measure, m.modality AS modality, x AS entity, m.op AS op, m.value AS value, m.unit AS unit, m.raw AS printed, m.period AS period
ORDER BY m.name, m.period, m.id`,
    parameters: { measures: ["完成投资", "年度计划投资", "总投资"] },
  },
  {
    id: "targets",
    title: { zh: "哪些数字只是目标", en: "Which numbers are targets" },
    query: `MATCH (x:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.modality IN $modalities
RETURN x AS entity, m.name AS measure, m.modality AS modality, m.op AS op, m.value AS value, m.unit AS unit, m.raw AS printed, m.period AS period
ORDER BY m.modality, m.period, m.id`,
    parameters: { modalities: ["target", "plan", "forecast"] },
  },
  {
    id: "funds",
    title: { zh: "资金由谁投向哪里", en: "Funds: by whom, for what" },
    query: `MATCH (f:Fund)
OPTIONAL MATCH (f)-[r]-(x:Entity)
RETURN f AS fund, f.state AS state, r AS edge, x AS other
ORDER BY f.id, x.id`,
    parameters: {},
  },
  {
    id: "partners",
    title: { zh: "谁与谁开展合作", en: "Who partners with whom" },
    query: `MATCH (a:Entity)-[r:PARTNERS_WITH]->(b:Entity)
RETURN a AS one, r AS edge, b AS other, r.mechanism AS mechanism, r.status AS status
ORDER BY a.id, b.id`,
    parameters: {},
  },
  {
    id: "weak-inferences",
    title: { zh: "待复核的弱推断", en: "Weak inferences to review" },
    query: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.status = 'inferred' AND r.confidence <= $confidence
RETURN a AS subject, r AS edge, b AS object, r.confidence AS confidence, r.basis AS basis
ORDER BY r.confidence, r.id`,
    parameters: { confidence: weakConfidence },
  },
  {
    id: "names",
    title: { zh: "新钢以哪些名称出现", en: "Under which names Xinyu Steel appears" },
    query: `MATCH (a:Alias)
WHERE a.surface CONTAINS $name
MATCH (n:Entity {id: a.entity})
RETURN n AS entity, a.surface AS named, a.scope AS scope, a.scopeOf AS within, a.source AS document, a.spans AS spans
ORDER BY n.id, a.surface`,
    parameters: { name: "新钢" },
  },
];

/** A question that takes longer is listed without a count. */
const timeoutMs = 3000;

const counts = perRevision(async ({ store }: Asked) => {
  const rows: (number | null)[] = [];
  for (const { query: text, parameters } of questions) {
    const counted = store.read({ text, parameters }, { timeoutMs, rows: 10_000 });
    rows.push(
      await counted.then(
        (result) => result.rows.length,
        () => null,
      ),
    );
  }
  return rows;
});

/** The saved questions, each with how many rows it has now; counted once a revision. */
export async function questionsWithCounts({ store }: Asked): Promise<QuestionsAnswer> {
  const rows = await counts(store);
  return { questions: questions.map((question, index) => ({ ...question, rows: rows[index] ?? null })) };
}
