import type { Question } from "./question.ts";

/** Groups, orders and pages. Worked out by hand on the supply chain of `fixture.ts`. */
export const groups: readonly Question[] = [
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
    asks: "texts found by their beginning, end and by a regular expression",
    text: `MATCH (n:Entity) WHERE n.name STARTS WITH '丁' OR n.name ENDS WITH '省' OR n.name =~ '.*电池' RETURN n.id AS id ORDER BY id`,
    rows: [["c2"], ["c4"], ["p2"], ["r3"]],
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
    asks: "what a node holds, as keys and as a map",
    text: "MATCH (p:Product {id: 'p1'}) UNWIND keys(p) AS key WITH p, key ORDER BY key RETURN collect(key) AS keys, properties(p).name AS name",
    rows: [[["id", "name", "segment"], "碳酸锂"]],
  },
  {
    asks: "nothing, but a count of zero, where nothing is",
    text: "MATCH (n:Company {id: 'nobody'}) RETURN count(n) AS n, collect(n.id) AS ids, max(n.founded) AS last, sum(n.revenue) AS sum",
    rows: [[0, [], null, 0]],
  },
];
