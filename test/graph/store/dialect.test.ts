import { describe, expect, it } from "vitest";
import { translate } from "#graph/store/embedded/dialect.ts";
import { QueryInvalid } from "#graph/store/store.ts";

const plain = (text: string) => translate(text, { limited: false }).text.replace(/\s+/g, " ");

describe("the engine's dialect", () => {
  it.each([
    ["MATCH (n:A|B) RETURN n", "MATCH (n) WHERE ( ((n:`A`) OR (n:`B`)) ) RETURN n"],
    ["MATCH (n:A&!B) WHERE n.x = 1 OR n.y RETURN n", "MATCH (n) WHERE ( ((n:`A`) AND (NOT (n:`B`))) ) AND ( n.x = 1 OR n.y ) RETURN n"],
    ["MATCH (n:A&B) RETURN n", "MATCH (n:`A`:`B`) RETURN n"],
    ["MATCH (n:A WHERE n.x > 1) RETURN n", "MATCH (n:`A`) WHERE ( n.x > 1 ) RETURN n"],
    ["MATCH ()-[r:!X]->() RETURN r", "MATCH ()-[r]->() WHERE ( (NOT (type(r) = 'X')) ) RETURN r"],
    ["MATCH ()-[r]->() WHERE r:X|Y RETURN r", "MATCH ()-[r]->() WHERE ((type(r) = 'X') OR (type(r) = 'Y')) RETURN r"],
    ["MATCH (n) WHERE (n)-->(:A|B) RETURN n", "MATCH (n) WHERE EXISTS { MATCH (n)-->( _v1) WHERE ( ((_v1:`A`) OR (_v1:`B`)) ) } RETURN n"],
    ["MATCH (n)-[:X]->{1,3}(m) RETURN m", "MATCH (n)-[:`X` *1..3]->(m) RETURN m"],
    ["MATCH p = (a) RETURN p", "MATCH p = (a) -[*0..0]-() RETURN p"],
    ["MATCH (n) WHERE EXISTS { MATCH (n)-->(m) RETURN m } RETURN n", "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) } RETURN n"],
    ["MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m.x } AS l", "MATCH (n) RETURN [ (n)-->(m) | m.x ] AS `l`"],
    ["RETURN n.in, {order: 1} AS in", "RETURN n.`in` AS `n.in`, {`order`: 1} AS `in`"],
    ["RETURN sum(x) AS s, isEmpty(y) AS e", "RETURN coalesce(sum(x), 0) AS `s`, (size(y) = 0) AS `e`"],
    ["RETURN [x] + y AS l", "RETURN CASE WHEN (y) IS NULL THEN null ELSE coalesce(([x]) + (y), ([x]) + [(y)]) END AS `l`"],
    [
      "RETURN reduce(a = [], x IN l | a + x * 2) AS l",
      "RETURN reduce(a = [], x IN l | CASE WHEN (x * 2) IS NULL THEN null ELSE coalesce((a) + (x * 2), (a) + [(x * 2)]) END) AS `l`",
    ],
    ["RETURN a + b + 1 AS n, l[0] + 1 AS m", "RETURN a + b + 1 AS `n`, l[0] + 1 AS `m`"],
    ["RETURN (a) - (b) AS d", "RETURN (a) - (b) AS `d`"],
  ])("writes %s", (text, expected) => expect(plain(text)).toBe(expected));

  it("asks for the value of a bound that the engine does not compute", () => {
    const { text, computed } = translate("RETURN 1 AS x SKIP $a * 2 LIMIT 1 + 1", { limited: true });
    expect(text).toBe("RETURN 1 AS `x` SKIP $__bound0 LIMIT $__bound1");
    expect(computed).toEqual([
      { parameter: "__bound0", expression: "$a * 2" },
      { parameter: "__bound1", expression: "1 + 1" },
    ]);
  });

  it.each([
    ["MATCH (n) RETURN n", true],
    ["MATCH (n) RETURN n ORDER BY n.x SKIP 5", true],
    ["MATCH (n) RETURN n LIMIT 5", false],
    ["RETURN 1 AS x UNION RETURN 2 AS x", false],
    ["CALL db.labels()", false],
    ["MATCH (n) CALL (n) { RETURN 1 AS x LIMIT 1 } RETURN x", true],
  ])("adds a limit to %s: %s", (text, limited) => {
    expect(translate(text, { limited: true }).limitParameter).toBe(limited ? "__rows" : null);
  });

  it("knows which columns hold nodes or relationships, through aliases, lists and choices", () => {
    const { entities } = translate(
      "MATCH (a)-[r]->(b) WITH a, collect(r) AS rs, b RETURN coalesce(a, b), [x IN rs WHERE x.w], rs[0].id, CASE WHEN a.x THEN b END, a = b, size(rs), {n: a}",
      { limited: false },
    );
    expect(entities).toEqual(["node", "edge", null, "node", null, null, null]);
  });

  it("forgets that a name stood for a node when it is given to something else", () => {
    expect(translate("MATCH (n) WITH n.x AS n RETURN n AS x", { limited: false }).entities).toEqual([null]);
    expect(translate("MATCH (n) RETURN n AS x, n.x AS n", { limited: false }).entities).toEqual(["node", null]);
  });

  it.each([
    "MATCH ()-[r]->() WITH coalesce(r, null) AS q RETURN q.id AS id",
    "MATCH (n) RETURN {a: CASE WHEN true THEN n END} AS m",
    "RETURN percentileDisc(x, 0.9) AS p",
    "MATCH (:A|B) RETURN *",
    "RETURN COUNT { MATCH (n) RETURN DISTINCT n } AS c",
    "RETURN [1, 2",
  ])("refuses %s rather than answer wrongly", (text) => expect(() => translate(text, { limited: false })).toThrow(QueryInvalid));

  it("leads from a place in the engine's text back to the query", () => {
    const text = "MATCH (n:A|B)\nWHERE n.x = 1\nRETURN foo(n) AS f";
    const translation = translate(text, { limited: true });
    const column = translation.text.indexOf("foo") + 1;
    expect(translation.sourceOffset(1, column)).toBe(text.indexOf("foo"));
  });
});
