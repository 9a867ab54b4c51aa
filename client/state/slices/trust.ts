import type { Reliability } from "#graph/vocabulary/marks.ts";

/** Whose statements are shown: of these documents (null: of all), the best of them at least so reliable (null: any). */
export interface Trust {
  readonly documents: ReadonlySet<string> | null;
  readonly reliability: Reliability | null;
}

export const trustAll: Trust = { documents: null, reliability: null };

/** With all of `all` chosen, no document is chosen: what comes later counts too. */
export function toggleDocument(trust: Trust, id: string, all: readonly string[]): Trust {
  const documents = new Set(trust.documents ?? all);
  if (!documents.delete(id)) documents.add(id);
  return { ...trust, documents: all.every((one) => documents.has(one)) ? null : documents };
}

/** Only this document; once more: all again. */
export const soloDocument = (trust: Trust, id: string): Trust => {
  const alone = trust.documents?.size === 1 && trust.documents.has(id);
  return { ...trust, documents: alone ? null : new Set([id]) };
};

export const trustDocuments = (trust: Trust, documents: readonly string[] | null): Trust => ({
  ...trust,
  documents: documents === null ? null : new Set(documents),
});

export const trustFrom = (trust: Trust, reliability: Reliability | null): Trust => ({ ...trust, reliability });
