import fc from "fast-check";
import { expect, it } from "vitest";
import { documentsOf, type Subgraph } from "#graph/model/subgraph.ts";
import { type AsOfOptions, graphAsOf } from "#graph/queries/as-of.ts";
import { overview } from "#graph/queries/overview.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { someDataset, typed } from "../changes/some-datasets.ts";
import { sow } from "../changes/some-store.ts";

type Filters = Omit<AsOfOptions, "revision" | "cursor">;
export const noFilters = { kinds: null, relations: null, statuses: null, minConfidence: 0, at: null, limit: 1000, cursor: null };

const questions: Filters[] = [
  noFilters,
  { ...noFilters, limit: 2 },
  { ...noFilters, kinds: ["Company", "Project"], limit: 2 },
  { ...noFilters, relations: ["BUILDS", "SUBSIDIARY_OF"], statuses: ["stated"] },
  { ...noFilters, minConfidence: 0.9, at: "2023-05", limit: 1 },
];

/** All pages of a question, edges of a page in any order. */
async function pagesOf(ask: (cursor: string | null) => Promise<Subgraph>): Promise<unknown[]> {
  const pages: unknown[] = [];
  for (let cursor: string | null = null; ; ) {
    const { dictionary, nodes, edges, total, truncated, next } = await ask(cursor);
    const word = (words: string[], index: number | undefined) => words[index ?? -1];
    pages.push({
      nodes: nodes.id.map((id, i) => [
        id,
        word(dictionary.kind, nodes.kind[i]),
        nodes.name[i],
        nodes.nameEn[i],
        nodes.shortName[i],
        nodes.degree[i],
      ]),
      edges: edges.id
        .map((id, i) =>
          [
            id,
            nodes.id[edges.source[i] ?? -1],
            word(dictionary.type, edges.type[i]),
            nodes.id[edges.target[i] ?? -1],
            word(dictionary.status, edges.status[i]),
            edges.confidence[i],
            edges.span[i],
            documentsOf({ dictionary, edges }, i),
          ].join(" "),
        )
        .sort(),
      total,
      truncated,
    });
    if (next === null) return pages;
    cursor = next;
  }
}

/** Pages begin with their own entities in order; earlier ends follow in any. */
const comparable = (pages: unknown[], limit: number): unknown[] =>
  (pages as { nodes: unknown[][] }[]).map((page) => ({
    ...page,
    nodes: [...page.nodes.slice(0, limit), ...page.nodes.slice(limit).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))],
  }));

/** On both engines: after any seeds, the graph as of a revision is the overview that was seen when it was the newest. */
export function asOfSuite(openEmpty: () => Promise<GraphStore>, { numRuns }: { numRuns: number }): void {
  it("is the overview that was seen then, with every filter, page by page", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someDataset, { minLength: 2, maxLength: 4 }), async (raws) => {
        const store = await openEmpty();
        const asked = { store };
        const seen: unknown[][] = [];
        for (const raw of raws) {
          const { revision } = await sow(store, await typed(raw));
          if (revision === null) continue;
          const answers: unknown[] = [];
          for (const it of questions) answers.push(comparable(await pagesOf((cursor) => overview(asked, { ...it, cursor })), it.limit));
          seen.push(answers);
        }
        for (const [index, answers] of seen.entries())
          for (const [place, it] of questions.entries()) {
            const pages = await pagesOf((cursor) => graphAsOf(asked, { ...it, cursor, revision: index + 1 }));
            expect(comparable(pages, it.limit), `revision ${index + 1}, question ${place}`).toEqual(answers[place]);
          }
      }),
      // A smaller example would be looked for with all seeds anew, longer than the test may last: what failed is told as it was found.
      { numRuns, endOnFailure: true },
    );
  }, 240_000);
}
