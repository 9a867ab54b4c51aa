import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openNeo4jStore } from "#graph/store/neo4j/neo4j-store.ts";
import { type GraphStore, QueryInvalid, StoreUnavailable } from "#graph/store/store.ts";
import { failureOf } from "../store-contract/opened.ts";
import { run } from "./real-server.ts";
import { openWipedStore, provided, settingsOrThrow } from "./wiped-store.ts";

const server = provided();

describe.skipIf("missing" in server)("missing" in server ? server.missing : "A store on Neo4j", () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openWipedStore();
  });
  afterAll(() => store.close());
  const row = async (text: string, parameters = {}) => (await store.read({ text, parameters })).rows[0];

  it("reads dates, times and durations as ISO texts, and points as maps", async () => {
    const text = `RETURN date('2024-03-01') AS date, datetime('2024-03-01T08:30:00+08:00') AS moment, localdatetime('2024-03-01T08:30:00.5') AS local,
time('08:30:00Z') AS time, localtime('08:30') AS clock, duration('P1Y2M3DT4H') AS duration, point({longitude: 114.9, latitude: 27.8}) AS point`;
    expect(await row(text)).toEqual([
      "2024-03-01",
      "2024-03-01T08:30:00+08:00",
      "2024-03-01T08:30:00.500000000",
      "08:30:00Z",
      "08:30:00",
      "P1Y2M3DT4H",
      { srid: 4326, x: 114.9, y: 27.8 },
    ]);
  });

  it("refuses an integer that 64 bits do not hold, by the name of its parameter", async () => {
    expect(await failureOf(row("RETURN $n AS n", { n: 2n ** 63n }))).toMatchObject({
      name: "QueryInvalid",
      message: expect.stringContaining("$n"),
    });
    expect(await failureOf(row("RETURN $n AS n", { n: { $integer: "1.5" } }))).toBeInstanceOf(QueryInvalid);
  });

  it("places a notification where the person wrote what it is about, run or explained", async () => {
    const text = "MATCH (n:Entity)\nWHERE n.nothingLikeIt = 1 RETURN n.id AS id";
    const [run, explained] = [await store.read({ text }), await store.explain({ text })];
    const places = [run, explained].map(
      ({ notifications }) => notifications.find((it) => it.description.includes("nothingLikeIt"))?.position,
    );
    expect(places).toEqual([
      { offset: 25, line: 2, column: 9 },
      { offset: 25, line: 2, column: 9 },
    ]);
  });

  it("explains with the server's operators and its estimates", async () => {
    const { plan } = await store.explain({ text: "MATCH (n:Entity) RETURN n.id AS id" });
    expect(plan).toMatchObject({ operator: "ProduceResults", estimatedRows: expect.any(Number) });
    expect(JSON.stringify(plan)).toContain("NodeByLabelScan");
  });

  it("makes the constraints and indexes that the stored graph is described with, and they are ready", async () => {
    await store.prepare();
    const settings = settingsOrThrow();
    const unique = await run(
      settings,
      "SHOW CONSTRAINTS YIELD type, labelsOrTypes AS label, properties AS property RETURN type, label[0] + '.' + property[0] AS of",
    );
    expect(unique.map((it) => it.of).sort()).toEqual(
      [
        ...["Alias", "ChangeSet", "ChangeSetPart", "Constraint", "Dataset", "Document", "Entity", "Journal"].map((it) => `${it}.id`),
        ...["MetricObservation", "Note", "Paragraph", "Rejection", "Statement", "View"].map((it) => `${it}.id`),
        "Revision.number",
      ].sort(),
    );
    const plain = await run(
      settings,
      "SHOW INDEXES YIELD type, state, owningConstraint, labelsOrTypes AS label, properties AS property WHERE type = 'RANGE' AND owningConstraint IS NULL RETURN state, label[0] + '.' + property[0] AS of",
    );
    expect(plain.map(({ of, state }) => `${of} ${state}`).sort()).toEqual(
      [
        "Alias.entity",
        "Alias.surface",
        "Entity.degree",
        "Entity.name",
        "MetricObservation.key",
        "MetricObservation.subject",
        "Note.about",
        "Restoring.restoreKey",
        "Statement.key",
        "Statement.object",
        "Statement.subject",
      ].map((it) => `${it} ONLINE`),
    );
  });

  it("runs the work of a write again when the server ended it for a deadlock", async () => {
    const other = await openNeo4jStore(settingsOrThrow());
    const tries = { ab: 0, ba: 0 };
    await store.write((transaction) => transaction.run({ text: "CREATE (:Lock {id: 'a', n: 0}), (:Lock {id: 'b', n: 0})" }));
    const bothHoldOne = gate(2);
    const lockInOrder = (by: GraphStore, order: "ab" | "ba") =>
      by.write(async (transaction) => {
        const first = ++tries[order] === 1;
        for (const id of order) {
          await transaction.run({ text: "MATCH (l:Lock {id: $id}) SET l.n = l.n + 1", parameters: { id } });
          if (first && id === order[0]) await bothHoldOne();
        }
      });
    try {
      await Promise.all([lockInOrder(store, "ab"), lockInOrder(other, "ba")]);
    } finally {
      await other.close();
    }
    expect(tries.ab + tries.ba).toBeGreaterThan(2);
    expect((await store.read({ text: "MATCH (l:Lock) RETURN l.n AS n" })).rows).toEqual([[2], [2]]);
  });

  it("says which setting to look at when the password, the database or the address is wrong", async () => {
    const settings = settingsOrThrow();
    for (const [wrong, setting] of [
      [{ password: "not-the-password" }, "NEO4J_PASSWORD"],
      [{ database: "nowhere" }, "NEO4J_DATABASE"],
      [{ uri: "bolt://127.0.0.1:1" }, "NEO4J_URI"],
    ] as const) {
      const fault = await failureOf(openNeo4jStore({ ...settings, ...wrong }));
      expect(fault).toBeInstanceOf(StoreUnavailable);
      expect((fault as StoreUnavailable).remedy).toContain(setting);
      expect((fault as StoreUnavailable).message).not.toContain("not-the-password");
    }
  });
});

/** Everyone who calls it waits until `size` have. */
function gate(size: number): () => Promise<void> {
  let arrived = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === size) open();
    return opened;
  };
}
