import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import grafeo from "@grafeo-db/js";
import neo4j from "neo4j-driver";
import { allSteps, apply, revisionOf } from "#graph/changes/apply.ts";
import { askStore } from "#graph/changes/ask.ts";
import { compare } from "#graph/changes/compare.ts";
import { SpooledContents } from "#graph/changes/first/spooled-contents.ts";
import { beginLedger } from "#graph/changes/ledger.ts";
import { openHashed } from "#graph/changes/records/record-hashes.ts";
import { settle } from "#graph/changes/settle.ts";
import type { Step } from "#graph/changes/steps.ts";
import { writeSteps } from "#graph/changes/write-steps.ts";
import type { ChangeSet } from "#graph/model/change-set.ts";
import { openStore, type StoreSettings } from "#graph/store/open-store.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { writeSyntheticDataset } from "../command/synthetic-dataset.ts";
import { type BenchReport, median } from "./report.ts";

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/**
 * The same rows with the engine alone, in this process and with no work but theirs: the same indexes, and one transaction that ends in
 * the main file, as a staged change does.
 */
async function bareEmbedded(steps: readonly Step[], folder: string): Promise<number> {
  const prepared = await openStore({ dataDir: folder });
  await prepared.prepare();
  await prepared.close();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const database = grafeo.GrafeoDB.create(join(folder, files.find((name) => basename(name) === "graph") as string));
  const { ms } = await timed(async () => {
    const transaction = database.beginTransaction();
    for (const { text, rows } of steps) await transaction.executeCypher(text, { rows });
    transaction.commit();
    database.walCheckpoint();
  });
  database.close();
  return ms;
}

/** The same rows with the driver alone, a transaction a batch; into an empty database with the same indexes. */
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

interface Round {
  /** Rows of the ledger and the graph; the revision's own nodes are written too, and counted nowhere. */
  rows: number;
  readMs: number;
  comparedMs: number;
  appliedMs: number;
  againMs: number;
  /** Applying ten changed entities, without a backup. */
  fewMs: number;
  bareMs: number;
}

/** A change set of ten entities renamed, as comparing would find it in the store after the first seed. */
const fewChanges = (first: ChangeSet, basedOn: number): ChangeSet => ({
  ...first,
  basedOn,
  datasets: [],
  changes: first.changes
    .filter((it) => it.record.table === "entities" && it.after !== null)
    .slice(0, 10)
    .map((it) => ({ ...it, before: it.after, after: { ...it.after, name: `${it.after?.name}2` } })),
});

/** The steps of a first seed, as they would be applied to an empty store. */
async function stepsOf(store: GraphStore, data: string): Promise<Step[]> {
  const changeSet = await compare({ store, ...(await openHashed(data)), name: "bench" });
  const options = { store, changeSet, author: "bench", message: "bench", sources: [], now: new Date(0) };
  const settled = await settle({ changeSet, ask: askStore(store) });
  const steps: Step[] = [];
  for await (const step of allSteps(writeSteps(settled, settled.revision), revisionOf(options, settled), options)) steps.push(step);
  return steps;
}

interface Bare {
  rows: number;
  ms: number;
}

/** The same rows by the bare loop; the store of a server is emptied before and after. */
async function bareLoop({
  settings,
  store,
  data,
  folder,
}: {
  settings: StoreSettings;
  store: GraphStore;
  data: string;
  folder: string;
}): Promise<Bare> {
  if (settings.neo4j !== undefined) {
    await wipe(store);
    const steps = await stepsOf(store, data);
    const ms = await bareNeo4j(steps, settings.neo4j);
    await wipe(store);
    return { ms, rows: countRows(steps) };
  }
  const empty = await openStore({ dataDir: join(folder, "empty") });
  await empty.prepare();
  const steps = await stepsOf(empty, data).finally(() => empty.close());
  return { ms: await bareEmbedded(steps, join(folder, "bare")), rows: countRows(steps) };
}
const countRows = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + step.rows.length, 0);

/** So many changes of each kind and table the command holds of a first seed. */
const heldOfFirst = 20;

/** Into an empty store, as the command seeds. */
async function firstSeed(
  store: GraphStore,
  data: string,
): Promise<Pick<Round, "readMs" | "comparedMs" | "appliedMs"> & { few: ChangeSet }> {
  const read = await timed(() => openHashed(data));
  const { source, hashes } = read.value;
  const numberOf = source.numberOf?.bind(source);
  const contents = new SpooledContents((id) => numberOf?.("entities", id) ?? -1);
  const first = { contents, sample: heldOfFirst };
  const compared = await timed(() => compare({ store, source, hashes, name: "bench", first }));
  const told = { author: "bench", message: "bench", sources: [], now: new Date(0) };
  const applied = await timed(() => apply({ store, changeSet: compared.value, contents, ...told }));
  await contents.close();
  const few = fewChanges(compared.value, applied.value?.number ?? 0);
  return { readMs: read.ms, comparedMs: compared.ms, appliedMs: applied.ms, few };
}

/** One seed into an empty store, again unchanged, and the same rows by the bare loop before it or after it. */
async function round({ settings, data, bareFirst }: { settings: StoreSettings; data: string; bareFirst: boolean }): Promise<Round> {
  const folder = mkdtempSync(join(settings.dataDir, "round-"));
  const store = await openStore({ ...settings, dataDir: folder });
  try {
    await store.prepare();
    if (settings.neo4j !== undefined) await wipe(store);
    const before = bareFirst ? await bareLoop({ settings, store, data, folder }) : null;
    const { few, ...first } = await firstSeed(store, data);
    const again = await timed(async () => {
      const ledger = beginLedger(store);
      return compare({ store, ...(await openHashed(data)), ledger, name: "bench" });
    });
    if (again.value.changes.length > 0) throw new Error("An unchanged seed not measured: it found changes");
    const { backup: _, ...unsaved } = store;
    const fewApplied = await timed(() =>
      apply({ store: unsaved, changeSet: few, author: "bench", message: "bench", sources: [], now: new Date(0) }),
    );
    if (fewApplied.value === null) throw new Error("Ten changes not measured: applying them made no revision");
    const bare = before ?? (await bareLoop({ settings, store, data, folder }));
    return { ...first, rows: bare.rows, againMs: again.ms, fewMs: fewApplied.ms, bareMs: bare.ms };
  } finally {
    await store.close();
  }
}

/**
 * Seeds synthetic entities into an empty store and again, `rounds` times; medians, since other work on the machine weighs on single
 * runs. `neo4j` names a database that may be emptied; it is taken in no other way.
 */
export async function benchSeed({
  store: engine = "embedded",
  entities = 10_000,
  rounds = 3,
  neo4j: server,
}: {
  store?: "embedded" | "neo4j";
  entities?: number;
  rounds?: number;
  neo4j?: NonNullable<StoreSettings["neo4j"]>;
} = {}): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  const data = join(folder, "data");
  try {
    await writeSyntheticDataset({ entities, out: data, seed: 1 });
    const settings = engine === "neo4j" && server !== undefined ? { dataDir: folder, neo4j: server } : { dataDir: folder };
    const measured: Round[] = [];
    for (let number = 0; number < rounds; number += 1) measured.push(await round({ settings, data, bareFirst: number % 2 === 0 }));
    const middle = (of: (it: Round) => number): number => median(measured.map(of));
    const first = (it: Round): number => it.readMs + it.comparedMs + it.appliedMs;
    const perSecond = (ms: (it: Round) => number): number => Math.round(middle((it) => (it.rows * 1000) / ms(it)));
    return {
      name: `seed ${engine} ${entities}`,
      rows: [
        {
          what: "rows written, against the bare driver",
          ours: perSecond((it) => it.appliedMs),
          baseline: perSecond((it) => it.bareMs),
          ratio: middle((it) => it.bareMs / it.appliedMs),
          unit: "rows/s",
          goal: "ratio ≥ 0.85",
        },
        {
          what: "unchanged seed, against the first",
          ours: middle((it) => it.againMs),
          baseline: middle(first),
          ratio: middle((it) => it.againMs / first(it)),
          unit: "ms",
          goal: "ratio ≤ 0.2",
        },
        {
          what: "ten changes applied, against the first seed",
          ours: middle((it) => it.fewMs),
          baseline: middle(first),
          ratio: middle((it) => it.fewMs / first(it)),
          unit: "ms",
          goal: "ratio ≤ 0.03",
        },
        { what: "read and validate", ours: middle((it) => it.readMs), unit: "ms" },
        { what: "compare with an empty store", ours: middle((it) => it.comparedMs), unit: "ms" },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
