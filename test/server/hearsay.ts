import type { GraphStore } from "#graph/store/store.ts";

const documents = [
  { id: "doc-rumour", title: "传闻", form: "original", published: "2023", reliability: "low" },
  { id: "doc-gossip", title: "闲谈", form: "original", published: "2022", reliability: "low" },
];

const entities = [
  { id: "plat-hearsay", kind: "Platform", name: "传闻平台" },
  { id: "co-hearsay", kind: "Company", name: "传闻企业" },
  { id: "fund-guess", kind: "Fund", name: "推测基金" },
  { id: "inst-confirmed", kind: "Institution", name: "后来证实的机构" },
  { id: "inst-twice", kind: "Institution", name: "两处传闻的机构" },
];

/** Every entity of the tiny atlas stands on firm ground; of these some do not, at some times, by some documents. */
export const hearsayIds = entities.map(({ id }) => id);

interface Claim {
  id: string;
  subject: string;
  predicate: string;
  object: string;
  documents: string[];
  reliability: string;
  guessed?: true;
  validTo?: string;
}
const claims: Claim[] = [
  // All that is said of both ends comes from one low source.
  { id: "hs-1", subject: "co-hearsay", predicate: "OPERATES", object: "plat-hearsay", documents: ["doc-rumour"], reliability: "low" },
  { id: "hs-2", subject: "co-hearsay", predicate: "OWNS", object: "plat-hearsay", documents: ["doc-rumour"], reliability: "low" },
  // A good source, and no more than a weak inference from it.
  {
    id: "hs-3",
    subject: "region-jia",
    predicate: "ESTABLISHES",
    object: "fund-guess",
    documents: ["doc-memo"],
    reliability: "high",
    guessed: true,
  },
  // First a rumour, then said by a good source, which says so until 2023.
  { id: "hs-4", subject: "inst-confirmed", predicate: "GUIDES", object: "region-jia", documents: ["doc-rumour"], reliability: "low" },
  {
    id: "hs-5",
    subject: "inst-confirmed",
    predicate: "ISSUES",
    object: "pol-6313",
    documents: ["doc-memo", "doc-rumour"],
    reliability: "high",
    validTo: "2023",
  },
  // Two low sources agree.
  {
    id: "hs-6",
    subject: "inst-twice",
    predicate: "GUIDES",
    object: "region-jia",
    documents: ["doc-gossip", "doc-rumour"],
    reliability: "low",
  },
];

/** A figure that is long due, of an entity without any target. */
const oldFigure = {
  id: "me-old",
  subject: "fund-guess",
  name: "授信额度",
  value: 1_000_000,
  unit: "CNY",
  op: "=",
  period: "2021",
  periodStart: "2021-01-01",
  periodEnd: "2021-12-31",
  modality: "actual",
  status: "stated",
  confidence: 1,
  rank: "normal",
  documents: ["doc-table"],
  sinceRevision: 1,
  key: "k-old",
};

/** Adds what stands on weak ground to the tiny atlas, as docs/stored-graph.md lays it out: none of it is drawn. */
export async function addHearsay(store: GraphStore): Promise<void> {
  await store.write(async (transaction) => {
    const run = (text: string, parameters: Record<string, unknown>) => transaction.run({ text, parameters });
    for (const own of documents) await run("CREATE (d:Document) SET d += $own", { own });
    for (const { kind, ...rest } of entities)
      await run(`CREATE (n:Entity:${kind}) SET n += $own`, { own: { ...rest, kind, aliases: [], degree: 0 } });
    for (const { guessed, ...rest } of claims) {
      const own = {
        ...rest,
        status: guessed ? "inferred" : "stated",
        confidence: guessed ? 0.5 : 1,
        rank: "normal",
        drawn: false,
        key: rest.id,
        sinceRevision: 1,
      };
      await run("CREATE (s:Statement) SET s += $own", { own });
      for (const document of rest.documents)
        await run("MATCH (s:Statement {id: $id}), (d:Document {id: $document}) CREATE (s)-[:SUPPORTED_BY {start: 0, end: 1}]->(d)", {
          id: rest.id,
          document,
        });
    }
    await run("MATCH (n:Entity {id: $subject}) CREATE (n)-[:HAS_METRIC]->(m:MetricObservation) SET m += $own", {
      subject: oldFigure.subject,
      own: oldFigure,
    });
  });
}
