import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { storeSummary } from "#graph/changes/revisions.ts";
import { openStore } from "#graph/store/open-store.ts";
import { writeSyntheticDataset } from "#scripts/command/synthetic-dataset.ts";
import { killSeedAfter } from "./killed-seed.ts";

describe("a seed that is killed in the middle", () => {
  let folder: string;
  let size: Awaited<ReturnType<typeof writeSyntheticDataset>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "atlas-killed-"));
    size = await writeSyntheticDataset({ entities: 2000, out: join(folder, "data"), seed: 3 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("leaves the store as it was or as it should be, never between", async () => {
    for (const [round, delayMs] of [100, 700, 1500].entries()) {
      const settings = { dataDir: join(folder, `store-${round}`) };
      await killSeedAfter(settings, join(folder, "data"), delayMs);
      const store = await openStore(settings);
      const { counts, revision, applying } = await storeSummary(store);
      const old = { entities: 0, statements: 0, metrics: 0, documents: 0 };
      const seeded = { entities: size.entities, statements: size.statements, metrics: size.metrics };
      if (revision === null) expect(counts).toEqual(old);
      else {
        expect(counts).toMatchObject(seeded);
        expect(await checkProjection(store)).toEqual([]);
      }
      expect(applying).toBe(false);
      await store.close();
    }
  }, 240_000);
});
