import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "#graph/changes/apply.ts";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { compare } from "#graph/changes/compare.ts";
import { SpooledContents } from "#graph/changes/first/spooled-contents.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { readRevision } from "#graph/changes/revisions.ts";
import { verify } from "#graph/changes/verify.ts";
import { heldSource } from "#graph/dataset/source.ts";
import type { Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { someDataset, typed } from "./some-datasets.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";
import { hashesOf, numbered, shuffled } from "./trickling.ts";

const told = { author: "test", message: "test", sources: [], now: new Date(0) };

/** Everything of a store that a person or a query can see, in an order of its own. */
async function everythingIn(store: GraphStore) {
  const nodes = await store.read({ text: "MATCH (n) WHERE NOT n:RevisionChunk RETURN labels(n) AS labels, properties(n) AS properties" });
  const links = await store.read({
    text: "MATCH (a)-[r]->(b) WHERE NOT b:RevisionChunk RETURN a.id AS from, type(r) AS type, properties(r) AS properties, b.id AS to",
  });
  const inOrder = (rows: unknown[][]): string[] =>
    rows
      .map((row) =>
        JSON.stringify(row, (_, value) =>
          value !== null && typeof value === "object" && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
            : value,
        ),
      )
      .sort();
  return { nodes: inOrder(nodes.rows), links: inOrder(links.rows) };
}

const changesOf = async (store: GraphStore) => ((await readRevision(store, 1))?.changes ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));

describe("a first seed, whose contents wait in temporary files", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());

  async function seedFirst(dataset: Dataset, entitiesTogether: number): Promise<Revision | null> {
    const { store } = opened;
    const source = numbered(dataset);
    const contents = new SpooledContents((id) => source.numberOf?.("entities", id) ?? -1, { entitiesTogether });
    try {
      const changeSet = await compare({
        store,
        source,
        hashes: hashesOf(dataset, source),
        name: "test",
        first: { contents, sample: 1 },
      });
      return await apply({ store, changeSet, contents: changeSet.contents, ...told });
    } finally {
      await contents.close();
    }
  }

  it("makes what a change set that is held makes: nodes, links, ranks, degrees, checksum and the revision's changes", async () => {
    const { store } = opened;
    await fc.assert(
      fc.asyncProperty(someDataset, fc.integer({ min: 1, max: 4 }), async (raw, entitiesTogether) => {
        const dataset = shuffled(await typed(raw));
        await wipe(store);
        await sow(store, dataset);
        const [held, heldChanges] = [await everythingIn(store), await changesOf(store)];
        await wipe(store);
        await seedFirst(dataset, entitiesTogether);
        expect(await everythingIn(store)).toEqual(held);
        expect(await changesOf(store)).toEqual(heldChanges);
        expect(await checkProjection(store)).toEqual([]);
        expect((await verify(store, { deep: true }))?.faults).toEqual([]);
        const again = await compare({ store, source: heldSource(await readDatasetFromStore(store)), name: "test" });
        expect(again.changes).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  it("is no other seed: where anything stands, all changes are held and nothing is laid aside", async () => {
    const { store } = opened;
    await wipe(store);
    const [dataset] = await Promise.all(fc.sample(someDataset, { numRuns: 1, seed: 7 }).map(typed));
    await sow(store, dataset as Dataset);
    const source = numbered(dataset as Dataset);
    const contents = new SpooledContents(() => 0);
    const changeSet = await compare({ store, source, name: "test", first: { contents, sample: 0 } });
    expect(changeSet.contents).toBeUndefined();
    expect(contents.size).toBe(0);
  });

  it("leaves no temporary file, done or failed", async () => {
    const { store } = opened;
    const spools = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("atlas-spool-"));
    const before = spools();
    await wipe(store);
    const [dataset] = await Promise.all(fc.sample(someDataset, { numRuns: 1, seed: 7 }).map(typed));
    const failing: GraphStore = {
      ...store,
      write: async () => {
        throw new Error("no disk");
      },
    };
    const source = numbered(dataset as Dataset);
    const contents = new SpooledContents((id) => source.numberOf?.("entities", id) ?? -1);
    const changeSet = await compare({ store, source, name: "test", first: { contents, sample: 0 } });
    await expect(apply({ store: failing, changeSet, contents, ...told })).rejects.toThrow("no disk");
    await contents.close();
    expect(spools().filter((it) => !before.includes(it))).toEqual([]);
  });
});
