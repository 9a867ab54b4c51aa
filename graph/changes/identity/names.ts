import type { Dataset } from "#graph/model/dataset.ts";
import type { Alias, Entity } from "#graph/model/entity.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Ask } from "../ask.ts";

/** An entity by all that may tell which one it is. */
export interface Named {
  id: string;
  kind: EntityKind;
  name: string;
  nameEn?: string | undefined;
  shortName?: string | undefined;
  collective: boolean;
  legalNames: string[];
  creditCodes: string[];
  tickers: string[];
  mergedFrom: string[];
  aliases: Pick<Alias, "surface" | "scope" | "scopeOf" | "guard">[];
}

/** A name as it is compared: full-width forms, blanks and case make no difference; every other character does. */
export const comparable = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

const identifying = { legalName: "legalNames", creditCode: "creditCodes", tickers: "tickers" } as const;

/** New entities of a dataset, with what it says of them. */
export function namedIn(dataset: Dataset, fresh: readonly Entity[]): Map<string, Named> {
  const named = new Map<string, Named>(
    fresh.map((it) => [
      it.id,
      {
        id: it.id,
        kind: it.kind,
        name: it.name,
        nameEn: it.nameEn,
        shortName: it.shortName,
        collective: it.collective === true,
        legalNames: [],
        creditCodes: [],
        tickers: [],
        mergedFrom: [],
        aliases: [],
      },
    ]),
  );
  for (const { subject, predicate, value } of dataset.statements)
    if (value !== undefined && Object.hasOwn(identifying, predicate))
      named.get(subject)?.[identifying[predicate as keyof typeof identifying]].push(value);
  for (const alias of dataset.aliases) named.get(alias.entity)?.aliases.push(alias);
  return named;
}

const entities = `MATCH (n:Entity) RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.shortName AS shortName,
  n.collective AS collective, n.legalName AS legalName, n.creditCode AS creditCode, n.tickers AS tickers, n.mergedFrom AS mergedFrom`;
const aliases = "MATCH (a:Alias) RETURN a.entity AS entity, a.surface AS surface, a.scope AS scope, a.scopeOf AS scopeOf, a.guard AS guard";

/** All entities of a store, as names. */
export async function readNamed(ask: Ask): Promise<Map<string, Named>> {
  const some = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : typeof value === "string" ? [value] : []);
  const named = new Map<string, Named>();
  for (const [id, kind, name, nameEn, shortName, collective, legalName, creditCode, tickers, mergedFrom] of await ask({ text: entities }))
    named.set(id as string, {
      id: id as string,
      kind: kind as EntityKind,
      name: name as string,
      nameEn: some(nameEn),
      shortName: some(shortName),
      collective: collective === true,
      legalNames: list(legalName),
      creditCodes: list(creditCode),
      tickers: list(tickers),
      mergedFrom: list(mergedFrom),
      aliases: [],
    });
  for (const [entity, surface, scope, scopeOf, guard] of await ask({ text: aliases }))
    named.get(entity as string)?.aliases.push({
      surface: surface as string,
      scope: scope as Alias["scope"],
      ...(scopeOf === null ? {} : { scopeOf: scopeOf as never }),
      ...(guard === null ? {} : { guard: guard as string }),
    });
  return named;
}
