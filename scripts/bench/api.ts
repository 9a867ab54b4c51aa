import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { seed } from "#graph/changes/seed.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { entitiesByIdCypher } from "#graph/queries/entities-by-id.ts";
import { neighboursCypher, symmetricRelations } from "#graph/queries/neighbours.ts";
import { indexEntities } from "#graph/queries/search/index-entities.ts";
import { openStore } from "#graph/store/open-store.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { startServer } from "#server/main.ts";
import { writeSyntheticDataset } from "../command/synthetic-dataset.ts";
import { type BenchReport, type BenchRow, median } from "./report.ts";

const entities = 10_000;
const rounds = 300;
/** Neighbours of the entity that is asked for: enough that a page is more than its frame. */
const leastNeighbours = 50;

interface Setting {
  dataDir: string;
  neo4j?: { uri: string; user: string; password: string; database?: string };
}

/** What HTTP adds to the store's own time, what a neighbour costs on the wire, and how long the search index takes to build. */
export async function benchApi(neo4j?: Setting["neo4j"]): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), "atlas-bench-api-"));
  try {
    const rows = await measure({ dataDir: folder, ...(neo4j === undefined ? {} : { neo4j }) }, folder);
    return { name: `API over ${neo4j === undefined ? "the embedded store" : "Neo4j"}, ${entities} entities`, rows };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(setting: Setting, folder: string): Promise<BenchRow[]> {
  const store = await openStore(setting);
  try {
    await store.prepare();
    await fill(store, join(folder, "dataset"));
    const config = { host: "127.0.0.1", port: 0, documentsDir: null, editorToken: null };
    const server = await startServer({ config, store, logger: pino({ level: "silent" }), version: "0.0.0" });
    try {
      const id = await someHub(store);
      return [
        await latency(store, server.url, { id, goal: setting.neo4j ? 1.5 : 1.8 }),
        ...(await weight(server.url, id)),
        await indexing(store),
      ];
    } finally {
      await server.close();
    }
  } finally {
    await store.close();
  }
}

/** A database that holds something already is measured as it is. */
async function fill(store: GraphStore, out: string): Promise<void> {
  const { rows } = await store.read({ text: "MATCH (n:Entity) RETURN count(n) AS count" });
  if (Number(rows[0]?.[0]) > 0) return;
  await writeSyntheticDataset({ entities, out, seed: 1 });
  const { dataset, problems, sources } = await readDataset(out);
  if (problems.length > 0) throw new Error(`Bench not run: the synthetic dataset has ${problems.length} problems`);
  await seed({ store, dataset, name: "synthetic", sources, author: "bench", message: "synthetic", now: new Date() });
}

async function someHub(store: GraphStore): Promise<string> {
  const text = "MATCH (n:Entity) WHERE n.degree >= $least RETURN n.id AS id ORDER BY n.degree, n.id LIMIT 1";
  const { rows } = await store.read({ text, parameters: { least: leastNeighbours } });
  return String(rows[0]?.[0]);
}

/** Calls in turn, so that whatever else the machine does falls on both. */
async function latency(store: GraphStore, url: string, { id, goal }: { id: string; goal: number }): Promise<BenchRow> {
  const agent = new Agent({ keepAlive: true });
  const parameters = { id, relations: null, kinds: null, direction: "both", symmetric: symmetricRelations, limit: 101 };
  const from = { afterDegree: null, afterId: null, afterEdge: null };
  const direct = () =>
    Promise.all([
      store.read({ text: entitiesByIdCypher, parameters: { ids: [id] } }),
      store.read({ text: neighboursCypher, parameters: { ...parameters, ...from } }),
    ]);
  const overHttp = () => body(`${url}/api/v1/entities/${id}/neighbours`, { agent });
  const [ours, baseline]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const warm = round >= rounds / 10;
    const [asked, read] = [await timed(overHttp), await timed(direct)];
    if (!warm) continue;
    ours.push(asked);
    baseline.push(read);
  }
  agent.destroy();
  const [a, b] = [median(ours), median(baseline)];
  return { what: "neighbours, p50, over the store's own reads", ours: a, baseline: b, ratio: a / b, unit: "ms", goal: `≤ ${goal}` };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function weight(url: string, id: string): Promise<BenchRow[]> {
  const path = `${url}/api/v1/entities/${id}/neighbours?limit=1000`;
  const plain = await body(path, {});
  const packed = await body(path, { headers: { "Accept-Encoding": "br" } });
  const graph = JSON.parse(plain.toString()) as { nodes: { id: string[] } };
  const neighbours = graph.nodes.id.length - 1;
  return [
    { what: `bytes a neighbour, of ${neighbours}`, ours: plain.length / neighbours, unit: "B", goal: "≤ 120" },
    { what: "bytes a neighbour, compressed", ours: packed.length / neighbours, unit: "B", goal: "≤ 60" },
  ];
}

async function body(url: string, options: { agent?: Agent; headers?: Record<string, string> }): Promise<Buffer> {
  const [response] = (await once(get(url, options), "response")) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  if (response.statusCode !== 200) throw new Error(`Bench not run: ${url} answered ${response.statusCode}`);
  return Buffer.concat(parts);
}

/** Processor time, so that other work on the machine does not count. */
async function indexing(store: GraphStore): Promise<BenchRow> {
  const before = process.cpuUsage();
  const { entities: indexed } = await indexEntities({ store });
  const { user, system } = process.cpuUsage(before);
  return { what: `search index of ${indexed.length} entities, processor time`, ours: (user + system) / 1000, unit: "ms", goal: "≤ 1500" };
}
