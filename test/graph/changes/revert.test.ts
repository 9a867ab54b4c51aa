import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "#graph/changes/apply.ts";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { revert } from "#graph/changes/revert.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { someDataset, typed } from "./some-datasets.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";
import { sourceOf } from "./two-sources.ts";

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

  it("takes along what came later and hangs on what goes, marked as a conflict, and leaves nothing that hangs in the air", async () => {
    const { store } = opened;
    await wipe(store);
    const plant = async (...claims: Parameters<typeof sourceOf>) => sow(store, await typed(sourceOf(...claims)));
    await plant({ id: "first", document: "doc-1", companies: ["co-a", "co-c"], subsidiaries: { "st-1": "co-a co-c" } });
    const before = inOrder(await readDatasetFromStore(store));
    const second = { id: "second", document: "doc-2", companies: ["co-a", "co-b", "co-c"] };
    await plant({ ...second, subsidiaries: { "st-2": "co-a co-b" } });
    await plant({ ...second, subsidiaries: { "st-1": "co-a co-c", "st-2": "co-a co-b", "st-3": "co-b co-c" } });
    const changeSet = (await revert(store, 2)) as NonNullable<Awaited<ReturnType<typeof revert>>>;
    expect(changeSet.changes.map((it) => [it.id, it.kind, it.after === null]).sort()).toEqual([
      ["documents:doc-2", "removed", true],
      ["entities:co-b", "removed", true],
      ["statements:st-1", "conflict", false],
      ["statements:st-2", "removed", true],
      ["statements:st-3", "conflict", true],
    ]);
    expect(changeSet.tallies).toMatchObject({ conflicts: 2, statements: { changed: 1, removed: 2 } });
    await apply({ store, changeSet, author: "a", message: "m", sources: [], now: new Date(0) });
    expect(inOrder(await readDatasetFromStore(store))).toEqual(before);
    expect(await checkProjection(store)).toEqual([]);
  });

  it("knows no revision that was never made", async () => {
    expect(await revert(opened.store, 99)).toBeNull();
  });
});
