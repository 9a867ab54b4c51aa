import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import grafeo from "@grafeo-db/js";
import neo4j from "neo4j-driver";
import { apply } from "#graph/changes/apply.ts";
import { askStore } from "#graph/changes/ask.ts";
import { compare } from "#graph/changes/compare.ts";
import { settle } from "#graph/changes/settle.ts";
import type { Step } from "#graph/changes/steps.ts";
import { writeSteps } from "#graph/changes/write-steps.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { openStore, type StoreSettings } from "#graph/store/open-store.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { writeSyntheticDataset } from "../command/synthetic-dataset.ts";
import type { BenchReport } from "./report.ts";

const indexed = ["Entity", "Statement", "MetricObservation", "Document", "Paragraph", "Alias", "Dataset"];

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** The same rows with the engine alone, in this process, in one transaction. */
async function bareEmbedded(steps: readonly Step[], folder: string): Promise<number> {
  const database = grafeo.GrafeoDB.create(join(folder, "bare"));
  for (const label of indexed) {
    await database.executeCypher(`CREATE INDEX i_${label} FOR (n:${label}) ON (n.id)`);
    await database.executeCypher(`CREATE CONSTRAINT c_${label} FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
  }
  const { ms } = await timed(async () => {
    const transaction = database.beginTransaction();
    for (const { text, rows } of steps) await transaction.executeCypher(text, { rows });
    transaction.commit();
  });
  database.close();
  return ms;
}

/** The same rows with the driver alone, a transaction a batch. */
async function bareNeo4j(steps: readonly Step[], { uri, user, password, database }: NonNullable<StoreSettings["neo4j"]>): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true });
  const session = driver.session(database === undefined ? {} : { database });
  const { ms } = await timed(async () => {
    for (const { text, rows } of steps) await session.executeWrite((transaction) => transaction.run(text, { rows }));
  });
  await session.close();
  await driver.close();
  return ms;
}

const wipe = async (store: GraphStore): Promise<void> => {
  for (;;) {
    const { rows } = await store.write((transaction) =>
      transaction.run({ text: "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS gone" }),
    );
    if (Number(rows[0]?.[0] ?? 0) === 0) return;
  }
};

/** Seeds synthetic entities into an empty store and again. `neo4j` names a database that may be emptied; it is taken in no other way. */
export async function benchSeed({
  store: engine = "embedded",
  entities = 10_000,
  neo4j: server,
}: {
  store?: "embedded" | "neo4j";
  entities?: number;
  neo4j?: NonNullable<StoreSettings["neo4j"]>;
} = {}): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  const data = join(folder, "data");
  await writeSyntheticDataset({ entities, out: data, seed: 1 });
  const store = await openStore(engine === "neo4j" && server !== undefined ? { dataDir: folder, neo4j: server } : { dataDir: folder });
  try {
    await store.prepare();
    if (engine === "neo4j") await wipe(store);
    const read = await timed(() => readDataset(data));
    const { dataset } = read.value;
    const compared = await timed(() => compare({ store, dataset, name: "bench" }));
    const settled = await settle({ changeSet: compared.value, ask: askStore(store) });
    const steps = [...writeSteps(settled, 1)];
    const rows = steps.reduce((sum, step) => sum + step.rows.length, 0);
    const bareMs = engine === "neo4j" && server !== undefined ? await bareNeo4j(steps, server) : await bareEmbedded(steps, folder);
    if (engine === "neo4j") await wipe(store);
    const applied = await timed(() =>
      apply({ store, changeSet: compared.value, author: "bench", message: "bench", sources: [], now: new Date(0) }),
    );
    const again = await timed(async () => compare({ store, dataset: (await readDataset(data)).dataset, name: "bench" }));
    const first = read.ms + compared.ms + applied.ms;
    const perSecond = (ms: number): number => Math.round((rows * 1000) / ms);
    return {
      name: `seed ${engine} ${entities}`,
      rows: [
        {
          what: "rows written, against the bare driver",
          ours: perSecond(applied.ms),
          baseline: perSecond(bareMs),
          ratio: bareMs / applied.ms,
          unit: "rows/s",
          goal: "ratio ≥ 0.8",
        },
        {
          what: "unchanged seed, against the first",
          ours: again.ms,
          baseline: first,
          ratio: again.ms / first,
          unit: "ms",
          goal: "ratio ≤ 0.25",
        },
        { what: "read and validate", ours: read.ms, unit: "ms" },
        { what: "compare with an empty store", ours: compared.ms, unit: "ms" },
      ],
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
