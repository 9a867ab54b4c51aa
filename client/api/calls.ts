import type { HeardQuery } from "#client/state/heard.ts";
import type {
  DocumentAnswer,
  DocumentsAnswer,
  EntityAnswer,
  ExplainAnswer,
  Health,
  PathsAnswer,
  QuestionsAnswer,
  RevisionsAnswer,
  SearchAnswer,
  StartAnswer,
  StatementAnswer,
  VocabularyAnswer,
} from "#graph/model/api-answers.ts";
import type { CypherResult } from "#graph/model/cypher-result.ts";
import type { ShownCypher, Subgraph } from "#graph/model/subgraph.ts";
import { type CallOptions, changeCalls } from "./change-calls.ts";
import { keepingCalls } from "./keeping-calls.ts";
import { queryString, request } from "./request.ts";
import { styleCalls } from "./style-calls.ts";

/** Also of what time and by whose word. */
export interface NeighbourOptions extends HeardQuery {
  relation?: string | undefined;
  direction?: "out" | "in" | "both" | undefined;
  kind?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

export interface CypherQuestion extends ShownCypher {
  limit?: number;
  timeoutMs?: number;
}

const of = (id: string) => encodeURIComponent(id);

/** As GET /paths takes it. */
export interface PathsOptions {
  from: string;
  to: string;
  relations?: string | undefined;
  status?: string | undefined;
  minConfidence?: number | undefined;
  at?: string | undefined;
  direction?: "any" | "forward" | undefined;
  avoidHubs?: boolean | undefined;
  maxLength?: number | undefined;
  limit?: number | undefined;
}

/** Everything the client asks of the server, by name. */
export const calls = {
  health: (options?: CallOptions) => request<Health>("/health", options),
  start: (options?: CallOptions) => request<StartAnswer>("/start", options),
  questions: (options?: CallOptions) => request<QuestionsAnswer>("/questions", options),
  vocabulary: (options?: CallOptions) => request<VocabularyAnswer>("/vocabulary", options),
  revisions: (options?: CallOptions) => request<RevisionsAnswer>("/revisions", options),
  documents: (options?: CallOptions) => request<DocumentsAnswer>("/documents", options),
  document: (id: string, options?: CallOptions) => request<DocumentAnswer>(`/documents/${of(id)}`, options),
  graph: (page: { limit?: number; cursor?: string | undefined; status?: string | undefined; count?: boolean }, options?: CallOptions) =>
    request<Subgraph>(`/graph${queryString(page)}`, options),
  entity: (id: string, options?: CallOptions, heard: HeardQuery = {}) =>
    request<EntityAnswer>(`/entities/${of(id)}${queryString({ ...heard })}`, options),
  neighbours: (id: string, filter: NeighbourOptions, options?: CallOptions) =>
    request<Subgraph>(`/entities/${of(id)}/neighbours${queryString({ ...filter })}`, options),
  statement: (id: string, options?: CallOptions) => request<StatementAnswer>(`/statements/${of(id)}`, options),
  search: (q: string, limit: number, options?: CallOptions) => request<SearchAnswer>(`/search${queryString({ q, limit })}`, options),
  paths: (asked: PathsOptions, options?: CallOptions) => request<PathsAnswer>(`/paths${queryString({ ...asked })}`, options),
  cypher: (body: CypherQuestion, options?: CallOptions) => request<CypherResult>("/cypher", { ...options, body }),
  explain: (body: ShownCypher, options?: CallOptions) => request<ExplainAnswer>("/cypher/explain", { ...options, body }),
  ...changeCalls,
  ...keepingCalls,
  ...styleCalls,
};

export type Calls = typeof calls;
