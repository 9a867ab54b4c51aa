import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrder } from "#graph/dataset/order.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { writeDataset } from "#graph/dataset/write.ts";
import { printWorkbook } from "#graph/dataset/write-workbook.ts";
import { someDataset, typed } from "../changes/some-datasets.ts";

/** As a reader gives it: owned by the one dataset that it names. */
const owned = <T extends { dataset?: unknown }>(rows: readonly T[]): T[] => rows.map((it) => ({ dataset: "test", ...it }));

describe("writing a dataset", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "atlas-writing-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const names = fc
    .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
    .map((it) => it.trim().replaceAll("\0", ""))
    .filter((it) => it !== "");

  it("reading gives back what was written, whatever the names hold", async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, names, async (raw, name) => {
        for (const entity of raw.entities) entity.name = `${name}${entity.id}`;
        const dataset = await typed(raw);
        await writeDataset(dataset, { format: "csv", out: join(folder, "csv") });
        const csv = await readDataset(join(folder, "csv"));
        expect(csv.problems).toEqual([]);
        const { documents, entities, constraints, ...rest } = inOrder(dataset);
        expect(csv.dataset).toEqual({ ...rest, documents: owned(documents), entities: owned(entities), constraints: owned(constraints) });
        for (const format of ["json", "jsonl"] as const) {
          await writeDataset(dataset, { format, out: join(folder, `it.${format}`) });
          const read = await readDataset(join(folder, `it.${format}`));
          expect(read.problems).toEqual([]);
          expect(read.dataset).toEqual(inOrder(dataset));
        }
        for (const language of ["zh", "en"] as const) {
          await writeFile(join(folder, "it.xlsx"), await printWorkbook(inOrder(dataset), { language }));
          const book = await readDataset(join(folder, "it.xlsx"));
          expect(book.problems).toEqual([]);
          expect(book.dataset).toEqual(csv.dataset);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("heads its tables with the model's names, in their order", async () => {
    const dataset = await typed(fc.sample(someDataset, { numRuns: 1, seed: 7 })[0] as never);
    await writeDataset(dataset, { format: "csv", out: join(folder, "headed") });
    const heading = async (table: string): Promise<string> =>
      (await readFile(join(folder, "headed", `${table}.csv`), "utf8")).split("\n")[0] as string;
    expect(await heading("entities")).toMatch(/^id,kind,name,nameEn,/);
    expect(await heading("statements")).toMatch(/^id,subject,predicate,object,value,status,confidence,/);
    expect(await heading("evidence")).toMatch(/^statement,document,paragraph,start,end,/);
    expect(await heading("metrics")).toMatch(/^id,subject,name,value,unit,op,raw,period,modality,/);
    expect(await heading("documents")).toMatch(/^id,title,.*sha256,/);
  });
});
