/** The process that hosts the engine: a running query cannot be interrupted, only its process can be killed. */
import grafeo from "@grafeo-db/js";
import type { EntityKind } from "./entity-columns.ts";
import type { EngineFault, EngineReplies, EngineRequest, EngineRows, FromEngine, ToEngine } from "./protocol.ts";
import { turnstile } from "./turnstile.ts";
import { lookupIn, valueDecoder } from "./values.ts";
import { pack, unpack } from "./wire.ts";

const memoryCheckMs = 50;
/** Exit code that tells the parent that a query took more memory than allowed. */
const outOfMemoryCode = 77;

let database: grafeo.GrafeoDB | null = null;
let writing: grafeo.Transaction | null = null;
let reads = 0;
let idleMemory = 0;

class Refused extends Error {}

function opened(): grafeo.GrafeoDB {
  if (database === null) throw new Error("the database is not open");
  return database;
}
function transaction(): grafeo.Transaction {
  if (writing === null) throw new Error("no transaction is open");
  return writing;
}

type Kinds = readonly (EntityKind | null)[];

function rowsOf(result: grafeo.QueryResult, limit: number, kinds: Kinds, lookup = lookupIn(opened())): EngineRows {
  const decode = valueDecoder(lookup);
  const rows = result.rows();
  if (rows.length > limit) rows.length = limit;
  return { columns: result.columns, rows: rows.map((row) => row.map((value, column) => decode(value, kinds[column] ?? null))) };
}

/** As rowsOf; what the transaction itself made is not committed, so it is asked of the transaction. */
async function writtenRowsOf(result: grafeo.QueryResult, kinds: Kinds): Promise<EngineRows> {
  const committed = lookupIn(opened());
  const missing = { node: new Set<number>(), edge: new Set<number>() };
  const found = { node: new Map<number, Record<string, unknown>>(), edge: new Map<number, Record<string, unknown>>() };
  const by = (kind: EntityKind) => (key: number) => {
    const entity = found[kind].get(key) ?? committed[kind](key);
    if (entity === null) missing[kind].add(key);
    return entity;
  };
  const lookup = { node: by("node"), edge: by("edge") };
  const rows = rowsOf(result, Number.POSITIVE_INFINITY, kinds, lookup);
  if (missing.node.size + missing.edge.size === 0) return rows;
  const queries = { node: "MATCH (x) WHERE id(x) IN $keys RETURN x", edge: "MATCH ()-[x]->() WHERE id(x) IN $keys RETURN x" };
  for (const kind of ["edge", "node"] as const) {
    if (missing[kind].size === 0) continue;
    const asked = await transaction().executeCypher(queries[kind], { keys: [...missing[kind]] });
    for (const [entity] of asked.rows() as Record<string, unknown>[][]) if (entity) found[kind].set(Number(entity._id), entity);
  }
  return rowsOf(result, Number.POSITIVE_INFINITY, kinds, lookup);
}

type OnPortion = (rows: EngineRows["rows"]) => Promise<void>;

async function read(
  { text, parameters, rows, entities, portion }: Extract<EngineRequest, { kind: "read" }>,
  onPortion: OnPortion,
): Promise<EngineRows> {
  if (reads++ === 0) idleMemory = process.memoryUsage.rss();
  const reading = opened().beginTransaction();
  try {
    const result = await reading.executeCypher(text, parameters);
    if (Object.values(result.counters).some((count) => count > 0)) throw new Refused("the query changed the store and was rolled back");
    if (portion === undefined) return rowsOf(result, rows, entities);
    await handOver(result, { limit: rows, portion, kinds: entities, onPortion });
    return { columns: result.columns, rows: [] };
  } finally {
    reads -= 1;
    reading.rollback();
  }
}

/** Rows some at a time, the next ones when the last are on their way. */
async function handOver(
  result: grafeo.QueryResult,
  { limit, portion, kinds, onPortion }: { limit: number; portion: number; kinds: Kinds; onPortion: OnPortion },
): Promise<void> {
  const decode = valueDecoder(lookupIn(opened()));
  const rows = result.rows();
  const end = Math.min(rows.length, limit);
  for (let at = 0; at < end; at += portion)
    await onPortion(
      rows.slice(at, Math.min(at + portion, end)).map((row) => row.map((value, column) => decode(value, kinds[column] ?? null))),
    );
}

async function firstColumn(text: string): Promise<string[]> {
  const result = await opened().executeCypher(text);
  return result.rows().map((row) => String(row[0]));
}

const handlers: {
  [Kind in EngineRequest["kind"]]: (request: Extract<EngineRequest, { kind: Kind }>, onPortion: OnPortion) => Promise<EngineReplies[Kind]>;
} = {
  async open({ path, memoryLimitMb }) {
    database = grafeo.GrafeoDB.create(path);
    setInterval(() => {
      const taken = process.memoryUsage.rss() - idleMemory;
      if (reads > 0 && writing === null && taken > memoryLimitMb * 1024 * 1024) process.exit(outOfMemoryCode);
    }, memoryCheckMs).unref();
    return { version: grafeo.version(), nodes: database.nodeCount() };
  },
  read,
  async explain({ text }) {
    const [plan, labels, types] = await Promise.all([
      firstColumn(`EXPLAIN ${text}`),
      firstColumn("CALL db.labels()"),
      firstColumn("CALL db.relationshipTypes()"),
    ]);
    return { plan: plan.join("\n"), labels, types };
  },
  async begin() {
    writing = opened().beginTransaction();
    return null;
  },
  run: async ({ text, parameters, entities }) => writtenRowsOf(await transaction().executeCypher(text, parameters), entities),
  async commit() {
    transaction().commit();
    writing = null;
    return null;
  },
  async rollback() {
    transaction().rollback();
    writing = null;
    return null;
  },
  async define({ text }) {
    await opened().executeCypher(text);
    return null;
  },
  async checkpoint() {
    opened().walCheckpoint();
    return null;
  },
  async close() {
    opened().close();
    database = null;
    return null;
  },
};

function faultOf(error: unknown): EngineFault {
  const message = error instanceof Error ? error.message : String(error);
  const place = /--> query:(\d+):(\d+)/.exec(message);
  const status = String((error as { gqlStatus?: unknown }).gqlStatus ?? "");
  const kind = error instanceof Refused ? "refused" : /^(?:2[0-9A-Z]|42|G)/.test(status) ? "invalid" : "unavailable";
  return { kind, message, line: place ? Number(place[1]) : null, column: place ? Number(place[2]) : null };
}

/** The parent may be gone before it is noticed: then nobody waits for the answer. */
const send = (message: FromEngine): Promise<void> =>
  new Promise((resolve) => {
    if (process.connected) process.send?.(pack(message), undefined, undefined, () => resolve());
    else resolve();
  });

async function answer({ id, request }: ToEngine): Promise<FromEngine> {
  try {
    const handle = handlers[request.kind] as (
      request: EngineRequest,
      onPortion: OnPortion,
    ) => Promise<EngineReplies[EngineRequest["kind"]]>;
    return { id, value: await handle(request, (portion) => send({ id, portion })) };
  } catch (error) {
    return { id, fault: faultOf(error) };
  }
}

/** What belongs to the one transaction, run in the order in which it was asked though some of it waits. */
const ordered: ReadonlySet<EngineRequest["kind"]> = new Set(["begin", "run", "commit", "rollback"]);
const inOrder = turnstile();

process.on("message", async (packed: ToEngine | string) => {
  const message = unpack(packed);
  const reply = await (ordered.has(message.request.kind) ? inOrder(() => answer(message)) : answer(message));
  await send(reply);
});
process.on("disconnect", () => process.exit(0));
/** The terminal sends Ctrl+C to the whole group: the parent decides when the engine stops. */
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
