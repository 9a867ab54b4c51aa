import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "#graph/changes/apply.ts";
import { type ComparedDataset, type CompareOptions, compare } from "#graph/changes/compare.ts";
import { readKnown } from "#graph/changes/known.ts";
import { openHashed } from "#graph/changes/records/record-hashes.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { openDataset } from "#graph/dataset/read.ts";
import { type DatasetSource, heldSource } from "#graph/dataset/source.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import { writeDataset } from "#graph/dataset/write.ts";
import { changeKinds, recordTables } from "#graph/model/change-set.ts";
import { tableNames } from "#graph/model/dataset.ts";
import type { EntityId } from "#graph/model/id.ts";
import { someDataset, typed } from "./some-datasets.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";
import { hashesOf, numbered, shuffled, trickling } from "./trickling.ts";

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
    more: Pick<CompareOptions, "hashes" | "sample" | "addsOnly" | "answers"> = {},
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

        const inTurn = numbered(shuffled(dataset));
        expect(await comparedWith(inTurn, { addsOnly, hashes: hashesOf(shuffled(dataset), inTurn) })).toEqual(held);

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

  it("reads no claim again that stands as it is, whatever the order of its evidence, and puts together only those that differ", async () => {
    await wipe(opened.store);
    const ids = ["s-1", "s-2", "s-3"];
    const raw = (note: string): RawDataset => ({
      datasets: [],
      documents: ["d-1", "d-2"].map((id) => ({ id, title: id, form: "original", reliability: "high" })),
      paragraphs: [],
      entities: [{ id: "co-a", kind: "Company", name: "甲" }, ...ids.map((id) => ({ id: `proj-${id}`, kind: "Project", name: id }))],
      aliases: [],
      constraints: [],
      statements: ids.map((id) => ({ id, subject: "co-a", predicate: "BUILDS", object: `proj-${id}`, status: "stated", confidence: 0.9 })),
      metrics: [],
      evidence: ids.flatMap((id) =>
        ["d-1", "d-2"].map((document) => ({ statement: id, document, start: 0, end: 1, note: id === "s-2" ? note : "一" })),
      ),
    });
    await sow(opened.store, await typed(raw("一")));
    const read = async (note: string): Promise<{ tables: string[]; found: ComparedDataset }> => {
      const dataset = shuffled(await typed(raw(note)));
      const source = numbered(dataset);
      const tables: string[] = [];
      const watched: DatasetSource = {
        ...source,
        rows: (table) => {
          tables.push(table);
          return source.rows(table);
        },
      };
      return { found: await comparedWith(watched, { hashes: hashesOf(dataset, source) }), tables };
    };
    const same = await read("一");
    expect(same.found.changes).toEqual([]);
    expect(same.found.tallies.statements.unchanged).toBe(3);
    expect(same.tables).not.toContain("statements");
    expect(same.tables).not.toContain("evidence");
    const other = await read("二");
    expect(other.found.changes.map((it) => it.id)).toEqual(["statements:s-2"]);
    expect(other.found.tallies.statements).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 2 });
  });

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
        for (const file of [csv, jsonl]) {
          const { source, hashes } = await openHashed(file);
          expect(await comparedWith(source, { hashes })).toEqual(found);
        }
        const { tallies } = await comparedWith(heldSource(dataset));
        expect(found.tallies).toEqual(tallies);
      }),
      { numRuns: 8 },
    );
  }, 240_000);
});
