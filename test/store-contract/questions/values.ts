import type { Question } from "./question.ts";

/** Lists, maps, texts and numbers. Worked out by hand on the supply chain of `fixture.ts`. */
export const values: readonly Question[] = [
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
    asks: "slices and elements of lists",
    text: "WITH [10, 20, 30, 40] AS list RETURN list[0] AS first, list[-1] AS last, list[1..3] AS middle, head(list) AS head, tail(list) AS tail, list[9] AS none",
    rows: [[10, 40, [20, 30], 10, [20, 30, 40], null]],
  },
  {
    asks: "a list folded into a value",
    text: "RETURN reduce(sum = 0, n IN [1, 2, 3, 4] | sum + n) AS sum",
    rows: [[10]],
  },
  {
    asks: "texts cut, joined, split and compared",
    text: `RETURN toUpper('gfly') AS upper, substring('动力电池', 2, 2) AS part, replace('a-b-c', '-', '') AS bare, split('甲,乙', ',') AS parts,
trim('  x ') AS trimmed, left('碳酸锂', 2) AS left, size('动力电池') AS length, 'a' + 'b' AS joined, reverse('abc') AS reversed`,
    rows: [["GFLY", "电池", "abc", ["甲", "乙"], "x", "碳酸", 4, "ab", "cba"]],
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
    asks: "a map drawn from a node",
    text: "MATCH (p:Product {id: 'p1'}) RETURN p {.id, .name, kind: 'Product'} AS product",
    rows: [[{ id: "p1", name: "碳酸锂", kind: "Product" }]],
  },
];
