import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import { buildDictionary } from "#graph/extraction/dictionary/dictionary.ts";
import { type ExtractedDocument, extractDocument, proposalsOf } from "#graph/extraction/proposals/extract-document.ts";
import { indexKnown } from "#graph/extraction/proposals/known.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { emptyDataset } from "#graph/model/dataset.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { openSomeStore, sow } from "../changes/some-store.ts";
import { reviewed } from "./reviewed-document.ts";

const folder = process.env.DOCUMENTS_DIR ?? "";

/** Real reports, which are no part of the project: runs where DOCUMENTS_DIR names a folder with them. */
describe.skipIf(folder === "")("the documents of DOCUMENTS_DIR", { timeout: 300_000 }, () => {
  let names: string[];
  let bundled: Dataset;
  let store: GraphStore;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    names = (await readdir(folder)).filter((it) => it.endsWith(".txt"));
    bundled = (await readDataset(bundledFolders)).dataset;
    ({ store, drop } = await openSomeStore());
  });
  afterAll(() => drop());

  const read = async (name: string, dataset: Dataset): Promise<ExtractedDocument> =>
    extractDocument({
      name,
      bytes: await readFile(join(folder, name)),
      published: "2024-03",
      dictionary: buildDictionary(dataset),
      known: indexKnown(dataset),
    });

  it("give spans that lie in the text and mentions that stand there", async () => {
    for (const name of names) {
      const { document, extraction } = await read(name, bundled);
      for (const it of extraction.entities)
        for (const { start, end, text } of it.mentions) expect([name, document.text.slice(start, end)]).toEqual([name, text]);
      for (const it of [...extraction.statements, ...extraction.metrics, ...extraction.paragraphs])
        expect([name, it.start >= 0 && it.end > it.start && it.end <= document.characters]).toEqual([name, true]);
      for (const it of extraction.metrics) expect([name, document.text]).toEqual([name, expect.stringContaining(it.raw)]);
    }
  });

  it.each(["known", "unknown"])("give valid proposals with their entities %s", async (which) => {
    const dataset = which === "known" ? bundled : emptyDataset();
    const known = indexKnown(dataset);
    const entities = new Map(dataset.entities.map((it) => [it.id as string, it.kind]));
    const documents = new Map(dataset.documents.map((it) => [it.id as string, it]));
    for (const name of names) {
      const proposals = proposalsOf(await read(name, dataset), known);
      const { problems } = await validateDataset(structuredClone(proposals.dataset) as never, {
        known: async () => ({ entities, documents }),
      });
      expect([name, problems]).toEqual([name, []]);
    }
  });

  it("go through the review once, and say nothing new the second time", async () => {
    await sow(store, bundled, "bundled");
    for (const name of names) {
      for (const time of ["first", "second"]) {
        const dataset = await readDatasetFromStore(store);
        const extracted = await read(name, dataset);
        const { sha256 } = extracted.document;
        const { changeSet, revision } = await reviewed(store, { proposals: proposalsOf(extracted, indexKnown(dataset)), name, sha256 });
        if (time === "second") expect([name, changeSet.changes, revision]).toEqual([name, [], null]);
        else expect(changeSet.changes.filter((it) => it.kind === "removed")).toEqual([]);
      }
    }
  });
});
