import type { Question } from "./question.ts";

/** Patterns, paths and subqueries. Worked out by hand on the supply chain of `fixture.ts`. */
export const patterns: readonly Question[] = [
  {
    asks: "a list per group in an order",
    text: `MATCH (c:Company)-[:LOCATED_IN]->(r:Region) WITH r, c ORDER BY c.id RETURN r.id AS region, collect(c.id) AS companies ORDER BY region`,
    rows: [
      ["r1", ["c1", "c3"]],
      ["r2", ["c2"]],
      ["r3", ["c4"]],
    ],
  },
  {
    asks: "what may be missing, by OPTIONAL MATCH",
    text: "MATCH (c:Company) OPTIONAL MATCH (c)-[:PRODUCES]->(p:Product) RETURN c.id AS company, p.id AS product ORDER BY company, product",
    rows: [
      ["c1", "p1"],
      ["c1", "p2"],
      ["c2", "p2"],
      ["c3", null],
      ["c4", "p3"],
    ],
  },
  {
    asks: "what is missing, by OPTIONAL MATCH and IS NULL",
    text: "MATCH (c:Company) OPTIONAL MATCH (c)-[:PRODUCES]->(p) WITH c, p WHERE p IS NULL RETURN c.id AS id",
    rows: [["c3"]],
  },
  {
    asks: "empty lists where OPTIONAL MATCH finds nothing",
    text: "MATCH (c:Company) OPTIONAL MATCH (c)-[:PRODUCES]->(p) RETURN c.id AS id, size(collect(p.id)) AS n, count(p) AS same ORDER BY id",
    rows: [
      ["c1", 2, 2],
      ["c2", 1, 1],
      ["c3", 0, 0],
      ["c4", 1, 1],
    ],
  },
  {
    asks: "a count of different values",
    text: "MATCH (:Company)-[:PRODUCES]->(p:Product) RETURN count(p) AS edges, count(DISTINCT p) AS products, count(DISTINCT p.segment) AS segments",
    rows: [[4, 3, 2]],
  },
  {
    asks: "who has something, by EXISTS",
    text: "MATCH (c:Company) WHERE EXISTS { (c)-[:PRODUCES]->(:Product {segment: 'midstream'}) } RETURN c.id AS id ORDER BY id",
    rows: [["c1"], ["c2"], ["c4"]],
  },
  {
    asks: "who lacks something, by NOT EXISTS with a WHERE in it",
    text: "MATCH (c:Company) WHERE NOT EXISTS { MATCH (c)-[e:PRODUCES]->() WHERE e.year < 2015 } RETURN c.id AS id ORDER BY id",
    rows: [["c3"]],
  },
  {
    asks: "who lacks something, by a pattern as a test",
    text: "MATCH (c:Company) WHERE NOT (c)-[:PRODUCES]->() RETURN c.id AS id",
    rows: [["c3"]],
  },
  {
    asks: "a number of edges per node, by COUNT { }",
    text: "MATCH (c:Company) RETURN c.id AS id, COUNT { (c)-[:PRODUCES]->() } AS products, COUNT { (c)--() } AS degree ORDER BY id",
    rows: [
      ["c1", 2, 4],
      ["c2", 1, 3],
      ["c3", 0, 1],
      ["c4", 1, 2],
    ],
  },
  {
    asks: "what can be reached in one to three steps",
    text: "MATCH (:Company {id: 'c2'})-[*1..3]->(n) RETURN DISTINCT n.id AS id ORDER BY id",
    rows: [["p2"], ["r2"], ["r3"]],
  },
  {
    asks: "everything upstream of a product, with the distance",
    text: "MATCH path = (source:Product)-[:INPUT_OF*1..5]->(:Product {id: 'p2'}) RETURN source.id AS id, length(path) AS steps ORDER BY id",
    rows: [
      ["p1", 1],
      ["p3", 1],
    ],
  },
  {
    asks: "a node itself among its reach of zero steps",
    text: "MATCH (:Region {id: 'r1'})-[:PART_OF*0..]->(r:Region) RETURN r.id AS id ORDER BY id",
    rows: [["r1"], ["r3"]],
  },
  {
    asks: "no edge twice on a path",
    text: "MATCH path = (:Region {id: 'r1'})-[:PART_OF*1..4]-(:Region) RETURN [n IN nodes(path) | n.id] AS ids ORDER BY ids",
    rows: [[["r1", "r3"]], [["r1", "r3", "r2"]]],
  },
  {
    asks: "a shortest path between two nodes, whatever the direction",
    text: `MATCH path = shortestPath((a:Company {id: 'c3'})-[*..6]-(b:Company {id: 'c2'}))
RETURN [n IN nodes(path) | n.id] AS nodes, length(path) AS steps`,
    rows: [[["c3", "r1", "c1", "c2"], 3]],
  },
  {
    asks: "a shortest path over given relations only",
    text: `MATCH path = shortestPath((a:Company {id: 'c3'})-[:LOCATED_IN|PART_OF*..6]-(b:Company {id: 'c2'}))
RETURN [n IN nodes(path) | n.id] AS nodes, [e IN relationships(path) | e.id] AS edges`,
    rows: [
      [
        ["c3", "r1", "r3", "r2", "c2"],
        ["e9", "e11", "e12", "e8"],
      ],
    ],
  },
  {
    asks: "no row where no path leads",
    text: "MATCH path = shortestPath((a:Product {id: 'p2'})-[:INPUT_OF*..6]->(b:Product {id: 'p1'})) RETURN length(path) AS steps",
    rows: [],
  },
  {
    asks: "all shortest paths",
    text: `MATCH path = allShortestPaths((a:Company {id: 'c1'})-[:PRODUCES|INPUT_OF*..4]-(b:Product {id: 'p2'}))
RETURN [e IN relationships(path) | e.id] AS edges ORDER BY edges`,
    rows: [[["e2"]]],
  },
  {
    asks: "a list made from a pattern",
    text: "MATCH (c:Company) WITH c, [(c)-[e:PRODUCES]->(p) WHERE e.confidence > 0.75 | p.id] AS sure RETURN c.id AS id, sure AS sure ORDER BY id",
    rows: [
      ["c1", ["p1"]],
      ["c2", ["p2"]],
      ["c3", []],
      ["c4", ["p3"]],
    ],
  },
  {
    asks: "whether all, any, none or a single one of a list pass",
    text: `MATCH (c:Company)-[e:PRODUCES]->() WITH c, collect(e.confidence) AS sure RETURN c.id AS id, all(s IN sure WHERE s > 0.75) AS all,
any(s IN sure WHERE s < 0.75) AS any, none(s IN sure WHERE s > 0.9) AS none, single(s IN sure WHERE s > 0.85) AS single ORDER BY id`,
    rows: [
      ["c1", false, true, true, true],
      ["c2", true, false, false, true],
      ["c4", true, false, true, false],
    ],
  },
  {
    asks: "nodes of one label or another",
    text: "MATCH (n:Company|Region) RETURN count(n) AS n",
    rows: [[7]],
  },
  {
    asks: "nodes without a label",
    text: "MATCH (n:Entity&!Company) WITH n ORDER BY n.id RETURN collect(n.id) AS ids, count(n) AS n",
    rows: [[["p1", "p2", "p3", "r1", "r2", "r3"], 6]],
  },
  {
    asks: "a label in WHERE",
    text: "MATCH (n) WHERE n:Product AND n.segment = 'upstream' RETURN n.id AS id, labels(n) AS labels",
    rows: [["p1", ["Entity", "Product"]]],
  },
  {
    asks: "edges of one type or another, and their types",
    text: "MATCH (:Company {id: 'c1'})-[e:PRODUCES|PARTNERS_WITH]-() RETURN type(e) AS type, count(*) AS n ORDER BY type",
    rows: [
      ["PARTNERS_WITH", 1],
      ["PRODUCES", 2],
    ],
  },
  {
    asks: "a symmetric relation from both ends",
    text: "MATCH (a:Company)-[:PARTNERS_WITH]-(b:Company) RETURN a.id AS a, b.id AS b ORDER BY a",
    rows: [
      ["c1", "c2"],
      ["c2", "c1"],
    ],
  },
  {
    asks: "the best of each group",
    text: `MATCH (r:Region)<-[:LOCATED_IN]-(c:Company) WITH r, c ORDER BY c.founded DESC WITH r, collect(c) AS companies
WITH r, companies[0] AS youngest RETURN r.id AS region, youngest.id AS id ORDER BY region`,
    rows: [
      ["r1", "c3"],
      ["r2", "c2"],
      ["r3", "c4"],
    ],
  },
  {
    asks: "pairs that share something, each pair once",
    text: "MATCH (a:Company)-[:PRODUCES]->(p)<-[:PRODUCES]-(b:Company) WHERE a.id < b.id RETURN a.id AS a, b.id AS b, p.name AS shared",
    rows: [["c1", "c2", "动力电池"]],
  },
  {
    asks: "a subquery per row",
    text: `MATCH (c:Company) CALL { WITH c MATCH (c)-[e:PRODUCES]->(p) RETURN p.id AS newest ORDER BY e.year DESC LIMIT 1 }
RETURN c.id AS id, newest AS newest ORDER BY id`,
    rows: [
      ["c1", "p2"],
      ["c2", "p2"],
      ["c4", "p3"],
    ],
  },
  {
    asks: "a chain across kinds, with the values of its edges",
    text: `MATCH (c:Company)-[e:PRODUCES]->(p:Product)-[:INPUT_OF]->(q:Product)<-[:PRODUCES]-(buyer:Company)
RETURN c.id AS maker, p.id AS part, buyer.id AS buyer, e.year AS year ORDER BY maker, buyer`,
    rows: [
      ["c1", "p1", "c1", 2010],
      ["c1", "p1", "c2", 2010],
      ["c4", "p3", "c1", 1999],
      ["c4", "p3", "c2", 1999],
    ],
  },
];
