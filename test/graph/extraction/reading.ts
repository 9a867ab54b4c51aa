import { buildDictionary, type Dictionary, emptyDictionary, extract } from "#graph/extraction/extract.ts";
import type { Extraction } from "#graph/extraction/extraction.ts";
import { entity } from "#graph/model/entity.ts";

export const reading = (text: string, published = "2024-03", dictionary: Dictionary = emptyDictionary()): Extraction =>
  extract({ text, published, dictionary });

/** Relations as `subject PREDICATE object`, stated ones only unless told. */
export function relationsOf(extraction: Extraction, status: "stated" | "inferred" = "stated"): string[] {
  const name = new Map(extraction.entities.map((it) => [it.ref, it.name]));
  return extraction.statements
    .filter((it) => it.status === status && it.object !== undefined)
    .map((it) => `${name.get(it.subject)} ${it.predicate} ${name.get(it.object as string)}`);
}

/** Figures as `subject | name op value unit period modality`. */
export function figuresIn(extraction: Extraction): string[] {
  const name = new Map(extraction.entities.map((it) => [it.ref, it.name]));
  return extraction.metrics.map((it) => `${name.get(it.subject)} | ${it.name} ${it.op}${it.value} ${it.unit} ${it.period} ${it.modality}`);
}

export const dictionaryOf = (...entities: [id: string, kind: string, name: string][]): Dictionary =>
  buildDictionary({ entities: entities.map(([id, kind, name]) => entity.parse({ id, kind, name })), aliases: [], constraints: [] });
