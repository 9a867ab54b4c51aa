import type { DocumentsAnswer, EntityAnswer, Health, VocabularyAnswer } from "#graph/model/api-answers.ts";
import type { DocumentId, EntityId } from "#graph/model/id.ts";
import type { NotesAnswer } from "#graph/model/note.ts";
import type { StyleGroupsAnswer, StyleMeasuresAnswer } from "#graph/model/style-values.ts";
import type { ViewsAnswer } from "#graph/model/view.ts";
import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { statuses } from "#graph/vocabulary/marks.ts";
import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { documentCount, type ServedGraph } from "./served-graph.ts";

const cypher = { query: "RETURN 1 AS one", parameters: {} };
const countOf = (column: ArrayLike<number>, code: number): number =>
  Array.from(column).reduce((sum, one) => sum + (one === code ? 1 : 0), 0);

function vocabularyOf({ graph: { nodes, edges } }: ServedGraph): VocabularyAnswer {
  return {
    kinds: entityKinds.map((kind, code) => {
      const { zh, en, family, prefix } = kinds[kind];
      return { kind, zh, en, family, prefix, count: countOf(nodes.kind, code) };
    }),
    relations: relationTypes.map((type, code) => {
      const { zh, en, from, to, symmetric } = relations[type];
      return { type, zh, en, from: [...from], to: [...to], symmetric: symmetric === true, count: countOf(edges.type, code) };
    }),
    measures: [],
    statuses: (["stated", "inferred", "reference"] as const).map((status, code) => {
      const { zh, en } = statuses[status];
      return { status, zh, en, count: countOf(edges.status, code) };
    }),
    cypher,
  };
}

const healthOf = ({ graph }: ServedGraph): Health => ({
  status: "ok",
  engine: "embedded",
  version: "0",
  revision: 1,
  revisedAt: null,
  applying: false,
  counts: { entities: graph.nodes.id.length, statements: graph.edges.id.length, metrics: 0, documents: documentCount },
});

const documents: DocumentsAnswer = {
  documents: Array.from({ length: documentCount }, (_, at) => ({
    id: `doc-made-up-${at}` as DocumentId,
    title: `合成文档${at}`,
    titleEn: `Made-up document ${at}`,
    form: "original",
    published: String(2010 + (at % 15)),
    reliability: at % 3 === 0 ? "high" : "medium",
    statements: { stated: 0, inferred: 0, reference: 0 },
    metrics: 0,
    textAvailable: false,
    hashMismatch: false,
  })),
  cypher,
};

function entityOf(served: ServedGraph, id: string): EntityAnswer {
  const { nodes } = served.graph;
  const node = served.nodeOf(id);
  const entity = {
    id: id as EntityId,
    kind: entityKinds[nodes.kind[node] ?? 0] ?? "Company",
    name: nodes.name[node] ?? id,
    mergedFrom: [],
    aliases: [],
    degree: nodes.degree[node] ?? 0,
    attributes: {},
    differentFrom: [],
  };
  return {
    entity: entity as unknown as EntityAnswer["entity"],
    degrees: served.degreesOf(node),
    neighbourKinds: [],
    metrics: [],
    statements: [],
    totalStatements: 0,
    unknown: [],
    cypher,
  };
}

/** Every entity in one of eight groups, so that a rule that colours by them has all to colour. */
const groupsOf = ({ graph: { nodes } }: ServedGraph): StyleGroupsAnswer => ({
  by: "chain",
  kinds: [...entityKinds],
  groups: Array.from({ length: 8 }, (_, at) => ({ key: `chain-${at}`, name: `合成链${at}`, nameEn: null, shortName: null, count: 1 })),
  values: { id: [...nodes.id], group: nodes.id.map((_, at) => at % 8) },
  cypher,
});

/** Answers the calls of the page out of memory in place of a server; what it does not know is answered with 404. */
export function serveInMemory(served: ServedGraph): void {
  const views: ViewsAnswer = { views: [] };
  const notes: NotesAnswer = { notes: [], total: 0, truncated: false };
  const measures: StyleMeasuresAnswer = { measures: [], cypher };
  const vocabulary = vocabularyOf(served);
  const answerTo = (path: string, query: URLSearchParams): unknown => {
    const [, , , first, id, rest] = path.split("/");
    if (first === "health") return healthOf(served);
    if (first === "vocabulary") return vocabulary;
    if (first === "documents") return documents;
    if (first === "graph") return served.page(Number(query.get("cursor") ?? 0), Number(query.get("limit")));
    if (first === "entities" && rest === "neighbours") return served.neighbours(id ?? "");
    if (first === "entities" && rest === undefined) return entityOf(served, id ?? "");
    if (first === "style-values") return id === "measures" ? measures : groupsOf(served);
    if (first === "views") return views;
    if (first === "notes") return notes;
    return undefined;
  };
  window.fetch = async (input) => {
    const { pathname, searchParams } = new URL(String(input), location.href);
    const answer = answerTo(pathname, searchParams);
    const missing = { error: { code: "not-found", message: pathname, remedy: "", details: [], requestId: "" } };
    return Response.json(answer ?? missing, { status: answer === undefined ? 404 : 200 });
  };
}
