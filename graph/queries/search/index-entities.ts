import MiniSearch from "minisearch";
import type { NodeRow } from "../columns.ts";
import { nodeRow } from "../entities-by-id.ts";
import { type Asked, ask, type Row, textOf, textOrNull, textsOf } from "../rows.ts";
import { indexTerms, type MatchedField, type Surface, spelling } from "./surfaces.ts";

export const searchedEntitiesCypher = `MATCH (n:Entity)
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.degree AS degree, n.shortName AS shortName,
  n.legalName AS legalName, n.tickers AS tickers
ORDER BY id`;

export const searchedAliasesCypher = `MATCH (a:Alias)
RETURN a.entity AS entity, a.surface AS surface, a.scope AS scope, a.scopeOf AS scopeOf`;

export interface SearchIndex {
  readonly entities: readonly NodeRow[];
  readonly surfaces: readonly Surface[];
  readonly words: MiniSearch<{ id: number; text: string }>;
}

/** Entities indexed between two turns of the event loop: about 10 ms of work. */
const chunk = 250;

/** Reads every name the store has and indexes it; yields between chunks, so that requests are answered meanwhile. */
export async function indexEntities(asked: Asked): Promise<SearchIndex> {
  const [rows, aliasRows] = await Promise.all([ask(asked, searchedEntitiesCypher), ask(asked, searchedAliasesCypher)]);
  const aliases = new Map<string, Row[]>();
  for (const row of aliasRows) aliases.set(textOf(row.entity), [...(aliases.get(textOf(row.entity)) ?? []), row]);
  const entities: NodeRow[] = [];
  const surfaces: Surface[] = [];
  const words = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: indexTerms,
    processTerm: (term) => term,
  });
  for (const [index, row] of rows.entries()) {
    entities.push(nodeRow(row));
    for (const surface of surfacesOf(row, aliases.get(textOf(row.id)) ?? [], index)) {
      words.add({ id: surfaces.push(surface) - 1, text: surface.text });
    }
    if (index % chunk === chunk - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return { entities, surfaces, words };
}

function surfacesOf(row: Row, aliases: readonly Row[], entity: number): Surface[] {
  const surfaces: Surface[] = [];
  const add = (field: MatchedField, text: string | null, scope: string | null = null): void => {
    if (text !== null && !surfaces.some((it) => it.text === text && it.scope === scope)) surfaces.push({ entity, field, text, scope });
  };
  add("name", textOrNull(row.name));
  add("shortName", textOrNull(row.shortName));
  for (const alias of aliases) {
    add("alias", textOrNull(alias.surface), alias.scope === "global" ? null : (textOrNull(alias.scopeOf) ?? textOrNull(alias.scope)));
  }
  add("nameEn", textOrNull(row.nameEn));
  for (const ticker of textsOf(row.tickers)) add("ticker", ticker);
  add("legalName", textOrNull(row.legalName));
  for (const name of [textOf(row.name), textOf(row.shortName)]) {
    const spelt = spelling(name);
    add("pinyin", spelt?.full ?? null);
    add("initials", spelt?.initials ?? null);
  }
  add("id", textOf(row.id));
  return surfaces;
}
