import { expect } from "vitest";
import { readKnown } from "#graph/changes/known.ts";
import { applyChangeSet } from "#graph/changes/review/apply.ts";
import { answer, decide } from "#graph/changes/review/decide.ts";
import { propose } from "#graph/changes/review/propose.ts";
import { readChangeSet } from "#graph/changes/review/read.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { Edit, IdentityQuestion, ReviewedChangeSet } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { sow } from "./some-store.ts";

const now = new Date("2024-05-01T00:00:00Z");
type Decision = Parameters<typeof decide>[1]["decisions"][number];
type Named = Pick<ReviewedChangeSet, "id" | "version">;

/** A person at work on a store: proposes, decides, applies. */
export function reviewing(store: () => GraphStore) {
  const valid = async (raw: RawDataset): Promise<Dataset> => {
    const { dataset, problems } = await validateDataset(structuredClone(raw), { known: () => readKnown(store()) });
    expect(problems).toEqual([]);
    return dataset;
  };
  const by = "甲";
  const keep = (input: Parameters<typeof propose>[0]["input"]): Promise<ReviewedChangeSet> =>
    propose({ store: store(), input, author: by, title: "test.csv", sources: [{ name: "test.csv", sha256: "0" }], now });
  const apply = (id: string, accept: readonly string[] | "all" | "decided" = "all") =>
    applyChangeSet(store(), { id, accept, author: by, message: "m", now });
  return {
    now,
    apply,
    /** Applies a dataset as `npm run seed` does. */
    plant: async (raw: RawDataset, name = "test") => sow(store(), await valid(raw), name),
    proposed: async (raw: RawDataset, origin: "dataset" | "document" = "dataset"): Promise<ReviewedChangeSet> => {
      const dataset = await valid(raw);
      return keep(origin === "dataset" ? { origin, dataset, name: "test" } : { origin, dataset, name: "test", remarks: [] });
    },
    edits: (...edits: Edit[]): Promise<ReviewedChangeSet> => keep({ origin: "edit", edits }),
    /** Edits as a person makes and accepts them. */
    edited: async (...edits: Edit[]) => apply((await keep({ origin: "edit", edits })).id),
    reverting: (number: number) => keep({ origin: "revert", number }),
    decided: ({ id, version }: Named, ...decisions: Decision[]) => decide(store(), { id, version, decisions, by, now }),
    answered: ({ id, version }: Named, ...answers: { question: string; answer: IdentityQuestion["answer"] }[]) =>
      answer(store(), { id, version, answers, by, now }),
    reread: async (id: string): Promise<ReviewedChangeSet> => (await readChangeSet(store(), id)) as ReviewedChangeSet,
    rows: async (text: string) => (await store().read({ text })).rows,
  };
}
