import { useDocuments } from "#client/api/queries.ts";
import { usePreferences } from "#client/state/context.tsx";
import type { DocumentsAnswer } from "#graph/model/api-answers.ts";

type Language = "zh" | "en";
type Listed = DocumentsAnswer["documents"];

const kept = new WeakMap<Listed, Record<Language, ReadonlyMap<string, string>>>();

/** By id; made once for a list, whoever asks. */
function titlesOf(documents: Listed, language: Language): ReadonlyMap<string, string> {
  const made = kept.get(documents) ?? {
    zh: new Map(documents.map((it) => [it.id as string, it.title])),
    en: new Map(documents.map((it) => [it.id as string, it.titleEn ?? it.title])),
  };
  kept.set(documents, made);
  return made[language];
}

const none: ReadonlyMap<string, string> = new Map();

/** Titles of all documents, by id, in the language of the page. */
export function useDocumentTitles(): ReadonlyMap<string, string> {
  const language = usePreferences((it) => it.language);
  const { data } = useDocuments();
  return data === undefined ? none : titlesOf(data.documents, language);
}
