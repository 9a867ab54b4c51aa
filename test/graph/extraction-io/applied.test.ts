import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { indexKnown } from "#graph/extraction/proposals/known.ts";
import { toDataset } from "#graph/extraction/proposals/to-dataset.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { openSomeStore } from "../changes/some-store.ts";
import { reviewed } from "./reviewed-document.ts";
import { at, builds, extractionOf, nothingKnown, tinyFacts } from "./tiny-extraction.ts";

describe("proposals put through the review", () => {
  let store: GraphStore;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ store, drop } = await openSomeStore());
  });
  afterEach(() => drop());

  const name = tinyFacts.file;
  const review = async (known: Dataset | null, parts = {}) => {
    const extraction = extractionOf(parts);
    const entities = extraction.entities.map((it) => ({
      ...it,
      existing: known?.entities.find((other) => other.name === it.name)?.id ?? null,
    }));
    const proposals = toDataset({ extraction: { ...extraction, entities }, document: tinyFacts, known: indexKnown(known ?? nothingKnown) });
    return reviewed(store, { proposals, name, sha256: tinyFacts.sha256 });
  };

  it("become a revision, and say nothing new the second time", async () => {
    const first = await review(null);
    expect(first.revision?.number).toBe(1);
    expect(first.after.entities.map(({ name }) => name).sort()).toEqual(["云岭高新区", "华信锂业有限公司", "年产2万吨碳酸锂项目"].sort());
    expect([first.after.documents.length, first.after.paragraphs.length, first.after.aliases.length]).toEqual([1, 2, 4]);
    const second = await review(first.after);
    expect(second.changeSet.changes).toEqual([]);
    expect(second.revision).toBeNull();
  });

  it("add to what stands, and withdraw nothing that a later reading no longer finds", async () => {
    const { after } = await review(null);
    const located = { ...builds, predicate: "LOCATED_IN", subject: "e1", object: "e2", ...at("华信锂业有限公司在云岭高新区") };
    const { changeSet, after: now } = await review(after, { statements: [located], metrics: [] });
    expect(changeSet.changes.map(({ kind, record }) => [kind, record.table])).toEqual([["added", "statements"]]);
    expect(now.statements.map(({ predicate }) => predicate).sort()).toEqual(["BUILDS", "LOCATED_IN"]);
    expect(now.metrics).toHaveLength(1);
  });
});
