import type { DatasetSource } from "#graph/dataset/source.ts";
import type { Alias, Entity } from "#graph/model/entity.ts";
import type { Statement } from "#graph/model/statement.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { AskEach } from "../ask.ts";

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

/** What an entity may be known by, as comparable text. Each is compared whole: a shared beginning says nothing. */
export interface KnownBy {
  by: "code" | "legal" | "ticker" | "name" | "short" | "alias" | "scoped" | "english";
  text: string;
  guard: string | null;
}

export function knownBy(it: Partial<Named>): KnownBy[] {
  const plain = (by: KnownBy["by"], texts: readonly (string | undefined)[] = []): KnownBy[] =>
    texts.flatMap((text) => (text === undefined || text === "" ? [] : [{ by, text, guard: null }]));
  return [
    ...plain("code", it.creditCodes),
    ...plain("legal", it.legalNames),
    ...plain("ticker", it.tickers),
    ...plain("name", [it.name]),
    ...plain("short", [it.shortName]),
    ...plain("english", [it.nameEn]),
    ...(it.aliases ?? []).map(({ surface, scope, scopeOf, guard }): KnownBy => {
      const scoped = scopeOf === undefined ? null : `${scope}: ${scopeOf}`;
      return { by: scope === "global" ? "alias" : "scoped", text: surface, guard: guard ?? scoped };
    }),
  ];
}

const words = new Set<KnownBy["by"]>(["legal", "name", "short", "alias", "scoped"]);
/** Texts of one sort are compared with each other; names of all sorts with names. */
const sortOf = (by: KnownBy["by"]): string => (words.has(by) ? "word" : by);

/** Two texts that have one key are the same, as far as entities are known by them. */
export const keyOf = ({ by, text }: Pick<KnownBy, "by" | "text">): string => `${sortOf(by)}|${comparable(text)}`;
export const keysOf = (it: Partial<Named>): string[] => knownBy(it).map(keyOf);

const identifying = { legalName: "legalNames", creditCode: "creditCodes", tickers: "tickers" } as const;

/** New entities of a dataset, with what it says of them. */
export function namedIn(
  { aliases, identified }: Pick<FreshEntities, "aliases" | "identified">,
  entities: readonly Entity[],
): Map<string, Named> {
  const named = new Map<string, Named>(
    entities.map((it) => [
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
  for (const { subject, predicate, value } of identified)
    named.get(subject)?.[identifying[predicate as keyof typeof identifying]].push(value as string);
  for (const alias of aliases) named.get(alias.entity)?.aliases.push(alias);
  return named;
}

/** What a dataset says of its entities that a store does not know by id. */
export interface FreshEntities {
  entities: Entity[];
  aliases: Alias[];
  /** Statements that give what identifies them. */
  identified: Statement[];
}

export async function freshEntities(source: DatasetSource, isKnown: (id: string) => boolean): Promise<FreshEntities> {
  const fresh: FreshEntities = { entities: [], aliases: [], identified: [] };
  for await (const rows of source.rows("entities")) for (const it of rows) if (!isKnown(it.id)) fresh.entities.push(it);
  if (fresh.entities.length === 0) return fresh;
  const ids = new Set<string>(fresh.entities.map((it) => it.id));
  for await (const rows of source.rows("aliases")) for (const it of rows) if (ids.has(it.entity)) fresh.aliases.push(it);
  for await (const rows of source.rows("statements"))
    for (const it of rows)
      if (it.value !== undefined && Object.hasOwn(identifying, it.predicate) && ids.has(it.subject)) fresh.identified.push(it);
  return fresh;
}

const entities = `MATCH (n:Entity) RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.shortName AS shortName,
  n.collective AS collective, n.legalName AS legalName, n.creditCode AS creditCode, n.tickers AS tickers, n.mergedFrom AS mergedFrom`;
const aliases = "MATCH (a:Alias) RETURN a.entity AS entity, a.surface AS surface, a.scope AS scope, a.scopeOf AS scopeOf, a.guard AS guard";

/**
 * Entities of a store that share a text with others (`isShared` of the text's key), or into which one of these ids was merged: as names,
 * in the store's order, with those aliases that share a text. The rest is read and let go.
 */
export async function readAlike(
  askEach: AskEach,
  { isShared, merged }: { isShared: (key: string) => boolean; merged: ReadonlySet<string> },
): Promise<Map<string, Named>> {
  const some = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : typeof value === "string" ? [value] : []);
  const sharing = new Map<string, Named["aliases"]>();
  await askEach({ text: aliases }, (rows) => {
    for (const [entity, surface, scope, scopeOf, guard] of rows) {
      const alias = {
        surface: surface as string,
        scope: scope as Alias["scope"],
        ...(scopeOf === null ? {} : { scopeOf: scopeOf as never }),
        ...(guard === null ? {} : { guard: guard as string }),
      };
      if (!keysOf({ aliases: [alias] }).some(isShared)) continue;
      const known = sharing.get(entity as string);
      if (known === undefined) sharing.set(entity as string, [alias]);
      else known.push(alias);
    }
  });
  const alike = new Map<string, Named>();
  await askEach({ text: entities }, (rows) => {
    for (const [id, kind, name, nameEn, shortName, collective, legalName, creditCode, tickers, mergedFrom] of rows) {
      const named: Named = {
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
        aliases: sharing.get(id as string) ?? [],
      };
      if (named.aliases.length > 0 || named.mergedFrom.some((it) => merged.has(it)) || keysOf(named).some(isShared))
        alike.set(named.id, named);
    }
  });
  return alike;
}
