import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { buildDictionary, emptyDictionary, extract } from "#graph/extraction/extract.ts";
import type { DocumentId } from "#graph/model/id.ts";
import { type Fact, score } from "./score.ts";

const folder = process.env.DOCUMENTS_DIR;
const lists = folder && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".facts.json")) : [];
const read = (name: string): string => readFileSync(join(folder ?? "", name), "utf8");

describe.skipIf(lists.length === 0)("extraction beside the documents' texts (set DOCUMENTS_DIR)", () => {
  it("finds three facts of five and three figures of four without a dictionary", () => {
    const total = { facts: [0, 0], figures: [0, 0] };
    for (const name of lists) {
      const { published, facts } = JSON.parse(read(name)) as { published: string; facts: Fact[] };
      const found = score(extract({ text: read(name.replace(".facts.json", ".txt")), published, dictionary: emptyDictionary() }), facts);
      for (const which of ["facts", "figures"] as const) {
        total[which][0] = (total[which][0] ?? 0) + found[which].found;
        total[which][1] = (total[which][1] ?? 0) + found[which].of;
      }
    }
    expect((total.facts[0] ?? 0) / (total.facts[1] ?? 1)).toBeGreaterThanOrEqual(0.6);
    expect((total.figures[0] ?? 0) / (total.figures[1] ?? 1)).toBeGreaterThanOrEqual(0.75);
  });

  it("agrees with the reading by hand of the article: F1 of at least 0.6", async () => {
    const { dataset } = await readDataset(bundledFolders);
    const document = "doc-xinyu-article" as DocumentId;
    const names = new Map(dataset.entities.map((it) => [it.id as string, it.name]));
    const supported = new Set(dataset.evidence.filter((it) => it.document === document).map((it) => it.statement as string));
    const facts: Fact[] = [
      ...dataset.statements
        .filter((it) => supported.has(it.id) && it.status === "stated" && it.object !== undefined)
        .map((it) => ({ s: names.get(it.subject) ?? "", p: it.predicate, o: names.get(it.object as string) ?? "" })),
      ...dataset.metrics
        .filter((it) => supported.has(it.id))
        .map((it) => ({ metric: { ...it, subject: names.get(it.subject) ?? "", period: it.period ?? null } })),
    ];
    const text = readdirSync(folder ?? "").find((name) => name.startsWith("000_"));
    const found = score(
      extract({ text: read(text ?? ""), published: "2024-03", dictionary: buildDictionary(dataset), document }),
      facts,
      (id) => names.get(id),
    );
    const recall = found.facts.found / found.facts.of;
    const precision = (found.confirmed.relations + found.confirmed.figures) / (found.confirmed.ofRelations + found.confirmed.ofFigures);
    expect((2 * recall * precision) / (recall + precision)).toBeGreaterThanOrEqual(0.6);
  });
});
