import { describe, expect, it } from "vitest";
import { guardRead, parametersOf, requireParameters } from "#graph/store/cypher/guard.ts";
import { QueryInvalid, QueryRefused } from "#graph/store/store.ts";

const reads = [
  "MATCH (n) RETURN n",
  "MATCH (n) RETURN n;",
  "match (n:Create)-[:DELETE|SET]->(:Merge) return n.set as x, n.create",
  "RETURN 'CREATE (n)' AS text",
  'RETURN "MERGE" AS text',
  "MATCH (`CREATE`) RETURN `CREATE`",
  "RETURN {delete: 1, set: 2}.delete AS map",
  "WITH 1 AS set, 2 AS delete RETURN delete.x AS a, set, delete",
  "MATCH (set) WHERE set.x = 1 RETURN set",
  "MATCH (p:Paragraph) RETURN p.start AS start, p.end AS end ORDER BY start DESC",
  "// CREATE\nMATCH (n) /* DELETE n */ RETURN count(*) AS n",
  "EXPLAIN MATCH (n) RETURN n",
  "PROFILE MATCH (n) RETURN n",
  "CYPHER 5 runtime=slotted MATCH (n) RETURN n",
  "MATCH (n) WHERE EXISTS { (n)-->() } RETURN COUNT { (n)-->() } AS c",
  "MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN count(m) AS c } RETURN c",
  "CALL db.labels() YIELD label RETURN label",
  "CALL db.index.fulltext.queryNodes('names', $q) YIELD node RETURN node",
  "RETURN duration.between(date('2024-01-01'), date('2024-02-01')) AS d",
  "MATCH (n) WHERE n.x IN $list RETURN n {.*, create: 1} AS map",
  "UNWIND [1, 2] AS load RETURN load",
  "MATCH (n) RETURN n.transactions AS transactions",
];

const refused: [string, string][] = [
  ["CREATE (n)", "CREATE"],
  ["MATCH (n) SET n.x = 1", "SET"],
  ["MATCH (n) DETACH DELETE n", "DETACH"],
  ["MATCH (n) delete n", "delete"],
  ["MATCH (n)\nrEmOvE\nn.x", "rEmOvE"],
  ["MATCH (n) MERGE (m:X)", "MERGE"],
  ["MATCH (n)/**/CREATE/**/(m)", "CREATE"],
  ["MATCH (n) // harmless\nSET n.x = 1", "SET"],
  ["EXPLAIN CREATE (n)", "CREATE"],
  ["PROFILE MATCH (n) CREATE (m)", "CREATE"],
  ["CYPHER 5 planner=cost CREATE (n)", "CREATE"],
  ["WITH * CREATE (n) RETURN n", "CREATE"],
  ["MATCH ((a)-->(b))+ CREATE (n)", "CREATE"],
  ["MATCH (n) WHERE n:% CREATE (m:X)", "CREATE"],
  ["MATCH (n) WHERE n.x IS :: LIST<INTEGER> SET n.x = 1", "SET"],
  ["MATCH (n) WHERE n.x IS :: INTEGER! DELETE n", "DELETE"],
  ["WITH 1 AS not WITH not CREATE (:A) RETURN 1", "CREATE"],
  ["MATCH (with) DELETE with RETURN 1", "DELETE"],
  ["MATCH (with) WITH with, 1 AS as WITH with, as DELETE with RETURN 1", "DELETE"],
  ["MATCH (n) ORDER BY n.x DESC SET n.y = 1", "SET"],
  ["MATCH (n) WITH n SET `n`.y = 1", "SET"],
  ["MATCH (n) CALL { CREATE (m) } RETURN 1", "CREATE"],
  ["MATCH (n) CALL (n) { SET n.x = 1 } RETURN 1", "SET"],
  ["MATCH (n) CALL { WITH n RETURN 1 AS x } IN TRANSACTIONS OF 10 ROWS RETURN 1", "TRANSACTIONS"],
  ["MATCH (n) CALL (n) { RETURN 1 AS x } IN 3 CONCURRENT TRANSACTIONS RETURN 1", "TRANSACTIONS"],
  ["MATCH (n) FOREACH (x IN [1] | SET n.x = x)", "FOREACH"],
  ["LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD"],
  ["MATCH (n) WITH n LOAD CSV FROM 'x' AS row RETURN row", "LOAD"],
  ["USE other MATCH (n) RETURN n", "USE"],
  ["CALL { USE other MATCH (n) RETURN n } RETURN n", "USE"],
  ["SHOW USERS", "SHOW"],
  ["TERMINATE TRANSACTIONS 'x'", "TERMINATE"],
  ["STOP DATABASE neo4j", "STOP"],
  ["GRANT ROLE x TO y", "GRANT"],
  ["DROP INDEX x", "DROP"],
  ["CREATE INDEX x FOR (n:A) ON (n.x)", "CREATE"],
  ["INSERT (:A)", "INSERT"],
  ["CALL apoc.load.json('http://x') YIELD value RETURN value", "apoc"],
  ["CALL db.createLabel('x')", "db"],
  ["CALL dbms.listConfig() YIELD name RETURN name", "dbms"],
  ["MATCH (n) CALL `apoc`.`cypher`.`doIt`('CREATE ()', {}) YIELD value RETURN value", "`apoc`"],
  ["RETURN apoc.cypher.runFirstColumnSingle('x', {}) AS x", "apoc"],
  ["RETURN genai.vector.encode('x', 'OpenAI', {}) AS x", "genai"],
  ["MATCH (n) RETURN n; MATCH (n) DELETE n", "MATCH (n) DELETE"],
  ["MATCH (n) RETURN n;;", ";"],
  ["RETURN '\\u0027 CREATE (n) //' AS x", "'\\u0027"],
  ["RETURN 1 AS x // \\u000aCREATE (n)", "// \\u000a"],
];

describe("the guard of the read path", () => {
  it.each(reads)("lets %s pass", (text) => {
    guardRead(text);
    expect(text).not.toBe("");
  });

  it.each(refused)("refuses %s at %s", (text, word) => {
    let caught: unknown;
    try {
      guardRead(text);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(QueryRefused);
    expect((caught as QueryRefused).position?.offset).toBe(word === ";" ? text.lastIndexOf(";") : text.indexOf(word));
  });

  it.each(["", "  // nothing\n", "MATHC (n) RETURN n", "RETURN 'open", "MATCH (n) RETURN n.\\u0041", "RETURN 1 # 2"])(
    "calls %j invalid",
    (text) => expect(() => guardRead(text)).toThrow(QueryInvalid),
  );

  it("says where in several lines", () => {
    expect(() => guardRead("MATCH (n)\nWHERE n.x = 1\n  DELETE n")).toThrow(
      expect.objectContaining({ position: { offset: 26, line: 3, column: 3 } }),
    );
  });
});

describe("parameters of a query", () => {
  it("are named once each, in order, and not found in strings or comments", () => {
    expect(parametersOf("MATCH (n {id: $b}) WHERE n.x = $a OR n.y = $`a b` OR n.z = $b RETURN '$no' /* $no */ AS x")).toEqual([
      "b",
      "a",
      "a b",
    ]);
  });

  it("are asked for with the place of the first that is missing", () => {
    expect(() => requireParameters("RETURN $a AS a, $b AS b", { a: null })).toThrow(
      expect.objectContaining({ position: { offset: 16, line: 1, column: 17 } }),
    );
    expect(() => requireParameters("RETURN $a AS a", {})).toThrow(QueryInvalid);
  });
});
