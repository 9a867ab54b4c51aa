import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "#graph/changes/apply.ts";
import { type ComparedDataset, type CompareOptions, compare } from "#graph/changes/compare.ts";
import { readKnown } from "#graph/changes/known.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { openDataset } from "#graph/dataset/read.ts";
import { type DatasetSource, heldSource } from "#graph/dataset/source.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import { writeDataset } from "#graph/dataset/write.ts";
import { changeKinds, recordTables } from "#graph/model/change-set.ts";
import { type Dataset, tableNames } from "#graph/model/dataset.ts";
import type { EntityId } from "#graph/model/id.ts";
import { someDataset, typed } from "./some-datasets.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";

/** Rows one at a time, and parts found through the numbers of their owners: as a large file is read, with every border in between. */
const trickling = (dataset: Dataset): DatasetSource => ({
  rows: async function* (table) {
    for (const row of dataset[table]) yield [row] as never;
  },
  numberOf: (table, id) => dataset[table].findIndex((it) => it.id === id) * 3000,
});

/** The same with evidence, aliases and paragraphs in another order than their owners. */
const shuffled = (dataset: Dataset): Dataset => ({
  ...dataset,
  evidence: dataset.evidence.toReversed(),
  aliases: dataset.aliases.toReversed(),
  paragraphs: dataset.paragraphs.toReversed(),
});

type Names = "others" | "the same" | "short ones";

/** Some entities under ids that a store does not know: with names that tell who they are for certain, that ask, or that tell nothing. */
function renamed(raw: RawDataset, { ids, names }: { ids: readonly string[]; names: Names }): RawDataset {
  const other = (value: unknown): unknown => (ids.includes(String(value)) ? `${value}-x` : value);
  const turned = structuredClone(raw);
  for (const table of tableNames)
    for (const row of turned[table])
      for (const field of ["id", "entity", "subject", "object", "left", "right", "product"])
        if (row[field] !== undefined) row[field] = other(row[field]);
  if (names === "others") return turned;
  for (const it of turned.entities) {
    const known = `全名${String(it.id).replace("-x", "")}`;
    if (names === "the same") it.name = known;
    else if (String(it.id).endsWith("-x")) Object.assign(it, { name: `别名${it.id}`, shortName: known });
  }
  return turned;
}

const cases = fc.record({
  first: someDataset,
  second: someDataset,
  ids: fc.subarray(["co-a", "co-b", "co-c", "prod-a"]),
  names: fc.constantFrom<Names>("others", "the same", "short ones"),
  addsOnly: fc.boolean(),
  partial: fc.boolean(),
});

describe("comparing a dataset as a stream", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  let folder: string;
  beforeAll(async () => {
    opened = await openSomeStore();
    folder = await mkdtemp(join(tmpdir(), "atlas-streamed-"));
  });
  afterAll(async () => {
    await opened.drop();
    await rm(folder, { recursive: true });
  });

  const comparedWith = (
    source: DatasetSource,
    more: Pick<CompareOptions, "sample" | "addsOnly" | "answers"> = {},
  ): Promise<ComparedDataset> => compare({ store: opened.store, source, name: "test", ...more });

  it("finds what comparing one that is held finds: changes, conflicts, withdrawals, entities under other ids and mergers", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ first, second, ids, names, addsOnly, partial }) => {
        await wipe(opened.store);
        const standing = structuredClone(first);
        if (names !== "others") for (const it of standing.entities) it.name = `全名${it.id}`;
        await sow(opened.store, await typed(standing));
        const raw = renamed(second, { ids, names });
        if (partial) raw.datasets = [];
        const { dataset, problems } = await validateDataset(structuredClone(raw), { known: () => readKnown(opened.store) });
        expect(problems).toEqual([]);
        const held = await comparedWith(heldSource(dataset), { addsOnly });
        expect(await comparedWith(trickling(shuffled(dataset)), { addsOnly })).toEqual(held);

        const sampled = await comparedWith(trickling(dataset), { addsOnly, sample: 1 });
        const { changes, conflictsWith, ...rest } = held;
        expect(sampled).toMatchObject(rest);
        for (const table of recordTables)
          for (const kind of changeKinds) {
            const all = changes.filter((it) => it.record.table === table && it.kind === kind);
            expect(sampled.counts[table][kind]).toBe(all.length);
            expect(sampled.changes.filter((it) => it.record.table === table && it.kind === kind).slice(0, 1)).toEqual(all.slice(0, 1));
          }
        for (const it of sampled.changes) expect(sampled.conflictsWith[it.id]).toEqual(conflictsWith[it.id]);

        const [question] = held.questions;
        if (question === undefined) return;
        const answers: CompareOptions["answers"] = new Map([[question.id, { same: (question.candidates[0] as { id: EntityId }).id }]]);
        const merged = await comparedWith(heldSource(dataset), { answers });
        expect(await comparedWith(trickling(shuffled(dataset)), { answers })).toEqual(merged);
        await apply({ store: opened.store, changeSet: merged, author: "test", message: "test", sources: [], now: new Date(0) });
        expect(await comparedWith(trickling(dataset))).toEqual(await comparedWith(heldSource(dataset)));
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  it("finds the same in files: CSV tables, and JSON Lines in any order of lines", async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, someDataset, async (first, second) => {
        await wipe(opened.store);
        await sow(opened.store, await typed(first));
        const dataset = await typed(second);
        const [csv, jsonl] = [join(folder, "csv"), join(folder, "dataset.jsonl")];
        await rm(csv, { recursive: true, force: true });
        await writeDataset(dataset, { format: "csv", out: csv });
        await writeDataset(dataset, { format: "jsonl", out: jsonl });
        const found = await comparedWith((await openDataset(csv)).source);
        expect(await comparedWith((await openDataset(jsonl)).source)).toEqual(found);
        const { tallies } = await comparedWith(heldSource(dataset));
        expect(found.tallies).toEqual(tallies);
      }),
      { numRuns: 8 },
    );
  }, 240_000);
});
