import type { Value } from "#graph/model/cypher-result.ts";

export interface AnalysisQuery {
  /** What a person wants to know. */
  readonly asks: string;
  readonly text: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly rows: Value[][];
}

/** Worked out by hand on the supply chain of `fixture.ts`. */
export const analysisQueries: readonly AnalysisQuery[] = [
  {
    asks: "counts, sums and means of a group, null values left out",
    text: `MATCH (c:Company) RETURN count(*) AS companies, count(c.revenue) AS told, sum(c.revenue) AS sum, avg(c.revenue) AS mean,
min(c.founded) AS first, max(c.founded) AS last`,
    rows: [[4, 3, 570, 190, 1979, 2009]],
  },
  {
    asks: "a count per group, the greatest first",
    text: "MATCH (c:Company) RETURN c.ownership AS ownership, count(*) AS n ORDER BY n DESC, ownership",
    rows: [
      ["private", 2],
      ["mixed", 1],
      ["state", 1],
    ],
  },
  {
    asks: "groups that pass a test",
    text: "MATCH (c:Company) WITH c.founded AS year, count(*) AS n WHERE n > 1 RETURN year AS year, n AS n",
    rows: [[2009, 2]],
  },
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
    asks: "rows from a list, duplicates and all",
    text: "UNWIND [3, 1, 3, null] AS n RETURN n AS n ORDER BY n",
    rows: [[1], [3], [3], [null]],
  },
  {
    asks: "nodes by a list of ids given from outside, in the order of the list",
    text: "UNWIND range(0, size($ids) - 1) AS i MATCH (n:Entity {id: $ids[i]}) RETURN i AS place, n.name AS name ORDER BY place",
    parameters: { ids: ["p2", "c4", "r1"] },
    rows: [
      [0, "动力电池"],
      [1, "丁铜业"],
      [2, "东市"],
    ],
  },
  {
    asks: "different values once",
    text: "MATCH (c:Company) RETURN DISTINCT c.ownership AS ownership ORDER BY ownership DESC",
    rows: [["state"], ["private"], ["mixed"]],
  },
  {
    asks: "a count of different values",
    text: "MATCH (:Company)-[:PRODUCES]->(p:Product) RETURN count(p) AS edges, count(DISTINCT p) AS products, count(DISTINCT p.segment) AS segments",
    rows: [[4, 3, 2]],
  },
  {
    asks: "several orders at once, nulls last",
    text: "MATCH (c:Company) RETURN c.id AS id, c.founded AS founded, c.revenue AS revenue ORDER BY founded DESC, revenue",
    rows: [
      ["c2", 2009, 16.5],
      ["c3", 2009, null],
      ["c1", 2000, 32.5],
      ["c4", 1979, 521],
    ],
  },
  {
    asks: "a page of an order",
    text: "MATCH (n:Entity) RETURN n.id AS id ORDER BY id SKIP 2 LIMIT 3",
    rows: [["c3"], ["c4"], ["p1"]],
  },
  {
    asks: "a page whose bounds are parameters",
    text: "MATCH (n:Entity) RETURN n.id AS id ORDER BY id SKIP $skip LIMIT $limit",
    parameters: { skip: 8, limit: 5 },
    rows: [["r2"], ["r3"]],
  },
  {
    asks: "a class per row by CASE",
    text: `MATCH (c:Company) RETURN c.id AS id, CASE WHEN c.revenue >= 100 THEN 'large' WHEN c.revenue >= 20 THEN 'middle'
WHEN c.revenue IS NULL THEN 'unknown' ELSE 'small' END AS class ORDER BY id`,
    rows: [
      ["c1", "middle"],
      ["c2", "small"],
      ["c3", "unknown"],
      ["c4", "large"],
    ],
  },
  {
    asks: "a word per value by the short CASE",
    text: "MATCH (p:Product) RETURN p.id AS id, CASE p.segment WHEN 'upstream' THEN '上游' WHEN 'midstream' THEN '中游' END AS segment ORDER BY id",
    rows: [
      ["p1", "上游"],
      ["p2", "中游"],
      ["p3", "中游"],
    ],
  },
  {
    asks: "the first value that is not null",
    text: "MATCH (c:Company) RETURN c.id AS id, coalesce(c.revenue, 0) AS revenue, coalesce(c.nick, c.name, '?') AS name ORDER BY id",
    rows: [
      ["c1", 32.5, "甲锂业"],
      ["c2", 16.5, "乙电池"],
      ["c3", 0, "丙光电"],
      ["c4", 521, "丁铜业"],
    ],
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
    asks: "a list made from a list",
    text: "RETURN [n IN range(1, 10) WHERE n % 3 = 0 | n * n] AS squares, [n IN [1, 2, 3] WHERE n > 1] AS some",
    rows: [
      [
        [9, 36, 81],
        [2, 3],
      ],
    ],
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
    asks: "slices and elements of lists",
    text: "WITH [10, 20, 30, 40] AS list RETURN list[0] AS first, list[-1] AS last, list[1..3] AS middle, head(list) AS head, tail(list) AS tail, list[9] AS none",
    rows: [[10, 40, [20, 30], 10, [20, 30, 40], null]],
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
    asks: "a list folded into a value",
    text: "RETURN reduce(sum = 0, n IN [1, 2, 3, 4] | sum + n) AS sum",
    rows: [[10]],
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
    asks: "two answers in one by UNION, duplicates once",
    text: "MATCH (c:Company {ownership: 'private'}) RETURN c.id AS id UNION MATCH (c:Company {founded: 2009}) RETURN c.id AS id",
    rows: [["c1"], ["c2"], ["c3"]],
  },
  {
    asks: "two answers in one by UNION ALL, duplicates kept",
    text: "MATCH (c:Company {id: 'c2'}) RETURN c.id AS id UNION ALL MATCH (c:Company {founded: 2009}) RETURN c.id AS id",
    rows: [["c2"], ["c2"], ["c3"]],
  },
  {
    asks: "texts cut, joined, split and compared",
    text: `RETURN toUpper('gfly') AS upper, substring('动力电池', 2, 2) AS part, replace('a-b-c', '-', '') AS bare, split('甲,乙', ',') AS parts,
trim('  x ') AS trimmed, left('碳酸锂', 2) AS left, size('动力电池') AS length, 'a' + 'b' AS joined, reverse('abc') AS reversed`,
    rows: [["GFLY", "电池", "abc", ["甲", "乙"], "x", "碳酸", 4, "ab", "cba"]],
  },
  {
    asks: "texts found by their beginning, end and by a regular expression",
    text: `MATCH (n:Entity) WHERE n.name STARTS WITH '丁' OR n.name ENDS WITH '省' OR n.name =~ '.*电池' RETURN n.id AS id ORDER BY id`,
    rows: [["c2"], ["c4"], ["p2"], ["r3"]],
  },
  {
    asks: "a value in a list that a node holds",
    text: "MATCH (c:Company) WHERE $alias IN c.aliases RETURN c.id AS id, size(c.aliases) AS n",
    parameters: { alias: "JLY" },
    rows: [["c1", 2]],
  },
  {
    asks: "numbers rounded, converted and compared with null",
    text: `RETURN round(2.567, 2) AS round, toInteger('42') AS integer, toFloat('1.5') AS float, abs(-3) AS abs, ceil(1.2) AS ceil, 7 % 4 AS rest,
null = null AS unknown, 1 < 2.5 AS less, 2 ^ 3 AS power`,
    rows: [[2.57, 42, 1.5, 3, 2, 3, null, true, 8]],
  },
  {
    asks: "a middle value of a group",
    text: "MATCH (c:Company) RETURN percentileCont(c.revenue, 0.5) AS median, percentileDisc(c.founded, 0.5) AS year",
    rows: [[32.5, 2000]],
  },
  {
    asks: "the share of each in the whole",
    text: `MATCH (c:Company) WHERE c.revenue IS NOT NULL WITH sum(c.revenue) AS whole
MATCH (c:Company) WHERE c.revenue IS NOT NULL RETURN c.id AS id, round(100.0 * c.revenue / whole) AS percent ORDER BY percent DESC`,
    rows: [
      ["c4", 91],
      ["c1", 6],
      ["c2", 3],
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
  {
    asks: "what a node holds, as keys and as a map",
    text: "MATCH (p:Product {id: 'p1'}) UNWIND keys(p) AS key WITH p, key ORDER BY key RETURN collect(key) AS keys, properties(p).name AS name",
    rows: [[["id", "name", "segment"], "碳酸锂"]],
  },
  {
    asks: "a map drawn from a node",
    text: "MATCH (p:Product {id: 'p1'}) RETURN p {.id, .name, kind: 'Product'} AS product",
    rows: [[{ id: "p1", name: "碳酸锂", kind: "Product" }]],
  },
  {
    asks: "nothing, but a count of zero, where nothing is",
    text: "MATCH (n:Company {id: 'nobody'}) RETURN count(n) AS n, collect(n.id) AS ids, max(n.founded) AS last, sum(n.revenue) AS sum",
    rows: [[0, [], null, 0]],
  },
];
