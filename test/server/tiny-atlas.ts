import { createHash } from "node:crypto";
import type { GraphStore } from "#graph/store/store.ts";

/** A text of our own, so that offsets can be checked against words. */
export const memoText = "标题一行\n\n甲公司在乙园区建设丙项目，投资三亿元。\n甲公司是丁链的链主。\n";
export const memoSha256 = createHash("sha256").update(memoText).digest("hex");

const entities = [
  { id: "region-jia", kind: "Region", name: "甲市", nameEn: "Jia City", aliases: ["甲城"] },
  { id: "chain-li", kind: "IndustrialChain", name: "锂电新能源产业链", nameEn: "Lithium chain", shortName: "锂电链" },
  { id: "chain-steel", kind: "IndustrialChain", name: "钢铁产业链" },
  { id: "ind-li", kind: "Industry", name: "锂电新能源产业", region: "region-jia" },
  {
    id: "co-ganfeng",
    kind: "Company",
    name: "赣锋锂业",
    nameEn: "Ganfeng Lithium",
    shortName: "赣锋",
    legalName: "江西赣锋锂业集团股份有限公司",
    tickers: ["002460", "01772.HK"],
  },
  { id: "co-ganfeng-battery", kind: "Company", name: "赣锋锂电" },
  { id: "co-steel", kind: "Company", name: "新钢集团", nameEn: "Xinyu Steel", ownership: "central_soe" },
  { id: "park-hitech", kind: "Park", name: "新余高新区" },
  { id: "park-carbon", kind: "Park", name: "新余高新区碳纤维产业园" },
  { id: "proj-salt", kind: "Project", name: "万吨高纯锂盐项目", state: "completed" },
  { id: "proj-cathode", kind: "Project", name: "正极材料项目" },
  { id: "pol-6313", kind: "Policy", name: "“6313”行动计划" },
] as const;

interface TinyStatement {
  id: string;
  subject: string;
  predicate: string;
  object: string;
  status?: string;
  confidence?: number;
  validTo?: string;
  properties?: Record<string, string>;
  document?: string;
}
const statements: TinyStatement[] = [
  { id: "st-1", subject: "co-ganfeng", predicate: "PART_OF_CHAIN", object: "chain-li" },
  { id: "st-2", subject: "co-ganfeng-battery", predicate: "PART_OF_CHAIN", object: "chain-li", status: "inferred", confidence: 0.85 },
  { id: "st-3", subject: "co-ganfeng-battery", predicate: "SUBSIDIARY_OF", object: "co-ganfeng", status: "inferred", confidence: 0.7 },
  { id: "st-4", subject: "co-ganfeng", predicate: "BUILDS", object: "proj-salt" },
  { id: "st-5", subject: "co-ganfeng-battery", predicate: "BUILDS", object: "proj-cathode" },
  { id: "st-6", subject: "park-carbon", predicate: "LOCATED_IN", object: "park-hitech" },
  { id: "st-7", subject: "park-hitech", predicate: "LOCATED_IN", object: "region-jia" },
  { id: "st-8", subject: "proj-salt", predicate: "LOCATED_IN", object: "park-carbon", status: "inferred", confidence: 0.5 },
  { id: "st-9", subject: "pol-6313", predicate: "COVERS", object: "chain-li" },
  { id: "st-10", subject: "chain-li", predicate: "COVERS", object: "ind-li", status: "inferred", confidence: 0.95 },
  { id: "st-11", subject: "region-jia", predicate: "PARTNERS_WITH", object: "co-steel", properties: { mechanism: "双新" } },
  { id: "st-12", subject: "region-jia", predicate: "IMPLEMENTS", object: "pol-6313", validTo: "2023" },
  { id: "st-13", subject: "co-ganfeng", predicate: "LEADS_CHAIN", object: "chain-li", properties: { role: "链主" } },
];

const metrics = [
  {
    id: "me-1",
    subject: "ind-li",
    name: "营业收入",
    value: 48_500_000_000,
    unit: "CNY",
    op: "=",
    raw: "485亿元",
    period: "2023",
    modality: "actual",
    region: "region-jia",
    key: "k1",
  },
  {
    id: "me-2",
    subject: "ind-li",
    name: "占规上工业营业收入比重",
    value: 28.4,
    unit: "%",
    op: "=",
    period: "2023",
    modality: "actual",
    key: "k2",
  },
  {
    id: "me-3",
    subject: "ind-li",
    name: "营业收入",
    value: 50_000_000_000,
    unit: "CNY",
    op: "≈",
    period: "2023",
    modality: "actual",
    region: "region-jia",
    key: "k1",
  },
  {
    id: "me-4",
    subject: "region-jia",
    name: "研发投入强度",
    value: 1.65,
    unit: "%",
    op: "=",
    period: "2024",
    modality: "target",
    plan: "pol-6313",
    key: "k3",
  },
];

const degreeOf = (id: string): number => statements.filter((it) => it.subject === id || it.object === id).length;

/** Fills a store with a dozen entities, as docs/stored-graph.md lays them out. */
export async function seedTinyAtlas(store: GraphStore): Promise<void> {
  await store.prepare();
  await store.write(async (transaction) => {
    const run = (text: string, parameters: Record<string, unknown> = {}) => transaction.run({ text, parameters });
    for (const { kind, ...rest } of entities) {
      const own = { aliases: [], ...rest, kind, degree: degreeOf(rest.id) };
      await run(`CREATE (n:Entity:${kind}) SET n += $own`, { own });
    }
    await run("CREATE (d:Document) SET d += $own", {
      own: {
        id: "doc-memo",
        title: "备忘录",
        form: "original",
        published: "2024-03",
        reliability: "high",
        sha256: memoSha256,
        characters: memoText.length,
      },
    });
    await run("CREATE (d:Document) SET d += $own", { own: { id: "doc-table", title: "表", form: "table", reliability: "medium" } });
    await run(
      "MATCH (d:Document {id: 'doc-memo'}) CREATE (d)-[:HAS_PARAGRAPH]->(p:Paragraph {id: 'doc-memo-p1', document: 'doc-memo', kind: 'body', start: 6, end: 25})",
    );
    for (const [index, it] of statements.entries()) {
      const { predicate, subject, object, validTo, properties = {} } = it;
      const common = {
        id: it.id,
        status: it.status ?? "stated",
        confidence: it.confidence ?? 1,
        rank: "normal",
        assertedAt: "2024-03",
        documents: ["doc-memo"],
      };
      const until = validTo === undefined ? {} : { validTo };
      await run(`MATCH (a:Entity {id: $subject}), (b:Entity {id: $object}) CREATE (a)-[r:${predicate}]->(b) SET r += $own`, {
        subject,
        object,
        own: { ...common, ...until, ...properties },
      });
      await run("CREATE (s:Statement) SET s += $own", {
        own: {
          ...common,
          ...until,
          subject,
          predicate,
          object,
          drawn: true,
          properties: JSON.stringify(properties),
          key: it.id,
          sinceRevision: 1,
        },
      });
      const place =
        index % 2 === 0
          ? { document: "doc-memo", own: { paragraph: "doc-memo-p1", start: 6, end: 10 } }
          : { document: "doc-table", own: { row: index } };
      await run("MATCH (s:Statement {id: $id}), (d:Document {id: $document}) CREATE (s)-[e:SUPPORTED_BY]->(d) SET e += $own", {
        id: it.id,
        ...place,
      });
    }
    await run("CREATE (s:Statement) SET s += $own", {
      own: {
        id: "st-withdrawn",
        subject: "co-steel",
        predicate: "LEADS_CHAIN",
        object: "chain-steel",
        status: "stated",
        confidence: 1,
        drawn: false,
        sinceRevision: 1,
        untilRevision: 2,
      },
    });
    for (const own of metrics) {
      const full = {
        status: "stated",
        confidence: 1,
        rank: "normal",
        documents: ["doc-memo"],
        sinceRevision: 1,
        periodStart: `${own.period}-01-01`,
        periodEnd: `${own.period}-12-31`,
        ...own,
      };
      await run("MATCH (n:Entity {id: $subject}) CREATE (n)-[:HAS_METRIC]->(m:MetricObservation) SET m += $own", {
        subject: own.subject,
        own: full,
      });
      await run(
        "MATCH (m:MetricObservation {id: $id}), (d:Document {id: 'doc-memo'}) CREATE (m)-[:SUPPORTED_BY {start: 15, end: 20}]->(d)",
        { id: own.id },
      );
    }
    for (const own of [
      { id: "al-1", entity: "co-steel", surface: "新钢", scope: "document", scopeOf: "doc-memo" },
      { id: "al-2", entity: "region-jia", surface: "甲城", scope: "global" },
    ]) {
      await run("MATCH (n:Entity {id: $id}) CREATE (n)-[:HAS_ALIAS]->(a:Alias) SET a += $own", { id: own.entity, own });
    }
    await run(
      "CREATE (c:Constraint {id: 'con-1', kind: 'DIFFERENT_FROM', left: 'co-ganfeng', right: 'co-ganfeng-battery', reason: '母子公司'})",
    );
    await addRevision(run, 1, [
      {
        id: "ch-1",
        kind: "added",
        record: { table: "entities", id: "co-ganfeng" },
        before: null,
        after: { id: "co-ganfeng" },
        evidence: [],
      },
    ]);
  });
}

type Run = (text: string, parameters?: Record<string, unknown>) => Promise<unknown>;

export async function addRevision(run: Run, number: number, changes: readonly unknown[] = []): Promise<void> {
  const none = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const own = {
    number,
    at: `2024-03-0${number}T08:00:00.000Z`,
    author: "seed",
    message: `revision ${number}`,
    sources: "[]",
    tallies: JSON.stringify({ entities: none, statements: none, metrics: none, documents: none, conflicts: 0 }),
    checksum: "v1:0",
  };
  await run("CREATE (r:Revision) SET r += $own", { own });
  await run(
    "MATCH (r:Revision {number: $number}) CREATE (r)-[:CHANGED]->(c:RevisionChunk {revision: $number, part: 0, changes: $changes})",
    {
      number,
      changes: JSON.stringify(changes),
    },
  );
}
