import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "#graph/changes/apply.ts";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { revert } from "#graph/changes/revert.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { someDataset, typed } from "./some-datasets.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";

describe("reverting a revision", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());

  it("leaves what stood before it, with the projection in order", async () => {
    const { store } = opened;
    await fc.assert(
      fc.asyncProperty(someDataset, someDataset, async (first, second) => {
        await wipe(store);
        await sow(store, await typed(first));
        const before = inOrder(await readDatasetFromStore(store));
        const { revision } = await sow(store, await typed(second));
        fc.pre(revision !== null);
        const changeSet = await revert(store, 2);
        expect(changeSet?.tallies.conflicts).toBe(0);
        await apply({ store, changeSet: changeSet as never, author: "a", message: "m", sources: [], now: new Date(0) });
        expect(inOrder(await readDatasetFromStore(store))).toEqual(before);
        expect(await checkProjection(store)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it("marks what was changed again since", async () => {
    const { store } = opened;
    await wipe(store);
    const raw = fc.sample(someDataset, { numRuns: 20, seed: 1 }).find((it) => it.entities.length > 0) as never as Parameters<
      typeof typed
    >[0];
    await sow(store, await typed(raw));
    for (const entity of raw.entities) entity.name = `${entity.name}二`;
    await sow(store, await typed(raw));
    for (const entity of raw.entities) entity.name = `${entity.name}三`;
    await sow(store, await typed(raw));
    expect((await revert(store, 2))?.tallies).toMatchObject({ conflicts: raw.entities.length, entities: { changed: raw.entities.length } });
  });

  it("knows no revision that was never made", async () => {
    expect(await revert(opened.store, 99)).toBeNull();
  });
});
