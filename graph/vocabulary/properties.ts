/** What a property of a kind or of a relation may hold. The importer, the types and the forms are derived from it. */
export type PropertyType = "text" | "list" | "number" | "integer" | "year" | "date" | "period" | "percent" | "choice" | "entity";

export interface PropertyDefinition {
  readonly type: PropertyType;
  readonly zh: string;
  readonly en: string;
  /** The accepted values of a `choice`, each with its labels. */
  readonly choices?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  /** The attribute of the same entity whose date tells from when this one holds; itself, where it is the date of what has come to be. */
  readonly since?: string;
}

export type PropertyDefinitions = Readonly<Record<string, PropertyDefinition>>;

const of =
  (type: PropertyType) =>
  (zh: string, en: string): PropertyDefinition => ({ type, zh, en });

export const text = of("text");
/** Several values, each a statement of its own (two tickers are two statements). */
export const list = of("list");
export const number = of("number");
export const integer = of("integer");
/** `YYYY` */
export const year = of("year");
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
export const date = of("date");
/** `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM` or `start/end` */
export const period = of("period");
/** 0–100 */
export const percent = of("percent");
/** The id of another entity. */
export const entity = of("entity");

/** One that holds from the date that this attribute of the same entity gives. */
export const since = (attribute: string, definition: PropertyDefinition): PropertyDefinition => ({ ...definition, since: attribute });

export const choice = (zh: string, en: string, choices: Record<string, [zh: string, en: string]>): PropertyDefinition => ({
  type: "choice",
  zh,
  en,
  choices: Object.fromEntries(Object.entries(choices).map(([value, [valueZh, valueEn]]) => [value, { zh: valueZh, en: valueEn }])),
});
