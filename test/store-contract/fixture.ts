import type { GraphStore } from "#graph/store/store.ts";

/** A supply chain small enough to work out every answer by hand. */
const companies = [
  { id: "c1", name: "甲锂业", founded: 2000, revenue: 32.5, ownership: "private", aliases: ["甲锂", "JLY"] },
  { id: "c2", name: "乙电池", founded: 2009, revenue: 16.5, ownership: "private" },
  { id: "c3", name: "丙光电", founded: 2009, ownership: "mixed" },
  { id: "c4", name: "丁铜业", founded: 1979, revenue: 521, ownership: "state", aliases: ["丁铜"] },
];
const products = [
  { id: "p1", name: "碳酸锂", segment: "upstream" },
  { id: "p2", name: "动力电池", segment: "midstream" },
  { id: "p3", name: "铜箔", segment: "midstream" },
];
const regions = [
  { id: "r1", name: "东市" },
  { id: "r2", name: "西市" },
  { id: "r3", name: "大省" },
];
const edges: [id: string, type: string, source: string, target: string, properties?: Record<string, unknown>][] = [
  ["e1", "PRODUCES", "c1", "p1", { year: 2010, confidence: 0.9 }],
  ["e2", "PRODUCES", "c1", "p2", { year: 2018, confidence: 0.7 }],
  ["e3", "PRODUCES", "c2", "p2", { year: 2012, confidence: 0.95 }],
  ["e4", "PRODUCES", "c4", "p3", { year: 1999, confidence: 0.8 }],
  ["e5", "INPUT_OF", "p1", "p2"],
  ["e6", "INPUT_OF", "p3", "p2"],
  ["e7", "LOCATED_IN", "c1", "r1"],
  ["e8", "LOCATED_IN", "c2", "r2"],
  ["e9", "LOCATED_IN", "c3", "r1"],
  ["e10", "LOCATED_IN", "c4", "r3"],
  ["e11", "PART_OF", "r1", "r3"],
  ["e12", "PART_OF", "r2", "r3"],
  ["e13", "PARTNERS_WITH", "c1", "c2"],
];

export async function writeSupplyChain(store: GraphStore): Promise<void> {
  await store.write(async (transaction) => {
    for (const [label, nodes] of Object.entries({ Company: companies, Product: products, Region: regions })) {
      await transaction.run({ text: `UNWIND $nodes AS node CREATE (n:Entity:${label}) SET n = node`, parameters: { nodes } });
    }
    for (const [id, type, source, target, properties = {}] of edges) {
      await transaction.run({
        text: `MATCH (a:Entity {id: $source}), (b:Entity {id: $target}) CREATE (a)-[e:${type} {id: $id}]->(b) SET e += $properties`,
        parameters: { id, source, target, properties },
      });
    }
  });
}
