import { PlaceColumn } from "#client/columns/place-column.ts";
import type { Material } from "#client/exports/export.ts";
import { seenOf } from "#client/exports/seen.ts";
import { startTexts } from "#client/i18n/index.ts";
import { textsIn } from "#client/i18n/use-translation.ts";
import { emptyExploration, show, toggleKind } from "#client/state/exploration.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import type { StatementAnswer } from "#graph/model/api-answers.ts";
import type { Note } from "#graph/model/note.ts";
import { subgraphOf } from "../state/subgraph-of.ts";

/** What a name must not be able to do. */
export const hostile = `"><script>alert(1)</script>&'`;

const wholeGraph = subgraphOf(
  [
    ["co-a", "Company", 3],
    ["park-b", "Park", 1],
    ["fund-c", "Fund", 1],
  ],
  [
    ["s-1", "LOCATED_IN", "co-a", "park-b", "inferred", 0.6],
    ["s-2", "FUNDS", "fund-c", "co-a"],
  ],
);

const ref = (id: string, name: string) => ({ id, kind: "Company", name, nameEn: null });
export const statement = {
  id: "s-1",
  subject: "co-a",
  predicate: "LOCATED_IN",
  object: "park-b",
  status: "inferred",
  confidence: 0.6,
  validFrom: "2024",
  validTo: "2026",
  basis: "名称相同",
  rank: "normal",
  properties: {},
  assertedAt: null,
  documents: ["doc-1"],
  subjectRef: ref("co-a", hostile),
  objectRef: ref("park-b", "乙园区"),
  evidence: [
    {
      statement: "s-1",
      document: "doc-1",
      start: 3,
      end: 9,
      note: "自己的话",
      title: "某报道",
      form: "original",
      published: "2024-03",
      reliability: "medium",
      url: "javascript:alert(1)",
      textAvailable: false,
      text: null,
    },
  ],
  sinceRevision: 1,
} as unknown as StatementAnswer;

export const note = {
  id: "note-1",
  version: 1,
  about: "co-was-a",
  aboutNow: "co-a",
  of: "entity",
  text: `=HYPERLINK("x") ${hostile}`,
  author: "甲",
  at: "2026-01-02T00:00:00Z",
  changedAt: "2026-01-02T00:00:00Z",
} as Note;

/** Three entities of which a filter takes the fund away, with one statement and one note; nothing draws. */
export async function someMaterial(language: "zh" | "en" = "zh"): Promise<Material> {
  await startTexts();
  const graph = emptyGraph();
  mergeSubgraph(graph, wholeGraph);
  graph.nodes.name[0] = hostile;
  const exploration = toggleKind(show(emptyExploration("force"), [0, 1, 2]), "Fund");
  return {
    seen: {
      ...seenOf(graph, exploration, PlaceColumn.of([1, 2, Number.NaN, Number.NaN, 5, 6])),
      notes: [note],
      revision: 7,
      at: new Date("2026-01-02T03:04:05Z"),
      filters: ["已滤去类别：基金"],
    },
    scene: null,
    options: { title: "标题", language, theme: "light", extent: "all", legend: true, sources: true },
    t: textsIn(language).t,
    statements: async () => [statement],
    graph: async () => wholeGraph,
  };
}
