import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { recover } from "#graph/changes/journal.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { storeSummary } from "#graph/changes/revisions.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { readDataset } from "#graph/dataset/read.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { writeSyntheticDataset } from "#scripts/command/synthetic-dataset.ts";
import { killSeedAfter } from "../graph/changes/killed-seed.ts";
import { someDataset, typed } from "../graph/changes/some-datasets.ts";
import { openSomeStore, sow, wipe } from "../graph/changes/some-store.ts";
import { openWipedStore, provided, settingsOrThrow } from "./wiped-store.ts";

const server = provided();
const missing = "missing" in server ? ` (skipped: ${server.missing})` : "";

describe.skipIf(missing !== "")(`seeding Neo4j${missing}`, () => {
  let folder: string;
  let size: Awaited<ReturnType<typeof writeSyntheticDataset>>;
  const opened: GraphStore[] = [];
  const openEmpty = async (): Promise<GraphStore> => {
    const store = await openWipedStore();
    opened.push(store);
    await store.prepare();
    return store;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "atlas-neo4j-seed-"));
    size = await writeSyntheticDataset({ entities: 2000, out: join(folder, "data"), seed: 3 });
  });
  afterAll(async () => {
    for (const store of opened) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("two datasets one after another leave the same as in the embedded store", async () => {
    const embedded = await openSomeStore();
    try {
      await fc.assert(
        fc.asyncProperty(someDataset, someDataset, async (first, second) => {
          const store = await openEmpty();
          await wipe(embedded.store);
          for (const raw of [first, second])
            for (const each of [store, embedded.store]) {
              await sow(each, await typed(raw));
              expect(await checkProjection(each)).toEqual([]);
            }
          expect(inOrder(await readDatasetFromStore(store))).toEqual(inOrder(await readDatasetFromStore(embedded.store)));
        }),
        { numRuns: 3 },
      );
    } finally {
      await embedded.drop();
    }
  }, 240_000);

  it("a large seed goes through the journal, leaves none of it, and again changes nothing", async () => {
    const store = await openEmpty();
    const { dataset } = await readDataset(join(folder, "data"));
    expect((await sow(store, dataset)).revision?.number).toBe(1);
    expect(await storeSummary(store)).toMatchObject({ counts: { statements: size.statements }, applying: false });
    expect(await checkProjection(store)).toEqual([]);
    expect((await sow(store, dataset)).revision).toBeNull();
  }, 240_000);

  it("a large seed that was killed is finished or undone by whoever opens next", async () => {
    const seen = new Set<string>();
    for (const delayMs of [300, 1500, 4000]) {
      const store = await openEmpty();
      await killSeedAfter({ dataDir: folder, neo4j: settingsOrThrow() }, join(folder, "data"), delayMs);
      seen.add(await recover(store));
      const { counts, revision, applying } = await storeSummary(store);
      expect(applying).toBe(false);
      if (revision === null) expect(counts.entities + counts.statements + counts.documents).toBe(0);
      else {
        expect(counts).toMatchObject({ entities: size.entities, statements: size.statements, metrics: size.metrics });
        expect(await checkProjection(store)).toEqual([]);
      }
    }
    expect(seen.has("busy")).toBe(false);
  }, 240_000);
});
