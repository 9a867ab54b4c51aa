import type { EvidenceAnswer, StatementAnswer } from "#graph/model/api-answers.ts";

export interface Source extends Pick<EvidenceAnswer, "document" | "title" | "form" | "published" | "reliability" | "url"> {
  /** Statements that rest on it. */
  count: number;
}

/** The documents behind statements, the one that most rest on first. */
export function sourcesOf(statements: readonly StatementAnswer[]): Source[] {
  const found = new Map<string, Source>();
  for (const { evidence } of statements) {
    for (const document of new Map(evidence.map((one) => [one.document as string, one])).values()) {
      const { document: id, title, form, published, reliability, url } = document;
      const before = found.get(id)?.count ?? 0;
      found.set(id, { document: id, title, form, published, reliability, url, count: before + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.document < b.document ? -1 : 1));
}
