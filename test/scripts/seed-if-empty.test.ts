import { hostname } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import { storeSummary } from "#graph/changes/revisions.ts";
import { seedIfEmpty } from "#scripts/start/seed-if-empty.ts";
import { openSomeStore } from "../graph/changes/some-store.ts";

let opened: Awaited<ReturnType<typeof openSomeStore>>;
beforeAll(async () => {
  opened = await openSomeStore();
});
afterAll(() => opened.drop());

it("a store that another process is emptying or filling is not taken for an empty one", async () => {
  const { store } = opened;
  const signal = new AbortController().signal;
  const head = {
    id: "apply",
    owner: `${hostname()} ${process.pid} x`,
    leaseUntil: "2999-01-01T00:00:00.000Z",
    parts: 9,
    done: 2,
    ready: true,
  };
  await store.write((transaction) => transaction.run({ text: "CREATE (j:Journal) SET j = $head", parameters: { head } }));
  expect(await seedIfEmpty(store, { signal })).toBeNull();
  expect((await storeSummary(store)).counts.entities).toBe(0);

  await store.write((transaction) => transaction.run({ text: "MATCH (j:Journal) DELETE j" }));
  expect((await seedIfEmpty(store, { signal }))?.number).toBe(1);
});
