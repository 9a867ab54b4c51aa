import MiniSearch from "minisearch";
import type { NodeRow } from "../columns.ts";
import { nodeRow } from "../entities-by-id.ts";
import { type Asked, ask, askInPortions, type Row, textOf, textOrNull, textsOf } from "../rows.ts";
import { indexingOf } from "./indexing.ts";
import { type SoundIndex, SoundIndexBuilder } from "./sound-index.ts";
import { indexTerms, type MatchedField, type Surface, soundsOf, spelling, syllablesOf, syllablesWithin } from "./surfaces.ts";

export const searchedEntitiesCypher = `MATCH (n:Entity)
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.degree AS degree, n.shortName AS shortName,
  n.legalName AS legalName, n.tickers AS tickers
ORDER BY id`;

export const searchedAliasesCypher = `MATCH (a:Alias)
RETURN a.entity AS entity, a.surface AS surface, a.scope AS scope, a.scopeOf AS scopeOf`;

export interface SearchIndex {
  readonly entities: readonly NodeRow[];
  /** Of each entity, in the order of `entities`. */
  readonly surfaces: readonly (readonly Surface[])[];
  /** Finds places in `entities` by the terms of all their surfaces together. */
  readonly words: MiniSearch<Searched>;
  readonly byId: ReadonlyMap<string, number>;
  /** Finds surfaces by how they are spelt in Latin letters, from any syllable or word on, also when a letter is wrong. */
  readonly sounds: SoundIndex;
}
interface Searched {
  id: number;
  text: string;
}

/** Entities indexed between two turns of the event loop: some 10 ms of work. */
const chunk = 100;

/** Reads every name the store has and indexes it; gives way between chunks, so that requests are answered meanwhile. */
export async function indexEntities(asked: Asked): Promise<SearchIndex> {
  const indexing = indexingOf(asked.store);
  indexing.begin();
  const aliasRows = await ask(asked, searchedAliasesCypher);
  const rows = await askInPortions(asked, searchedEntitiesCypher);
  indexing.total = rows.length;
  const aliases = new Map<string, Row[]>();
  for (const row of aliasRows) {
    const known = aliases.get(textOf(row.entity));
    if (known === undefined) aliases.set(textOf(row.entity), [row]);
    else known.push(row);
  }
  const entities: NodeRow[] = [];
  const surfaces: Surface[][] = [];
  const sounds = new SoundIndexBuilder();
  const words = new MiniSearch<Searched>({ fields: ["text"], tokenize: indexTerms, processTerm: (term) => term });
  for (let id = 0; id < rows.length; id++) {
    const row = rows.row(id);
    const { surfaces: own, read } = surfacesOf(row, aliases.get(textOf(row.id)) ?? []);
    entities.push(nodeRow(row));
    surfaces.push(own);
    words.add({ id, text: own.map((it) => it.text).join(" ") });
    for (const [surface, { field, text }] of own.entries()) {
      if (spelt.has(field)) sounds.add({ entity: id, surface }, soundsOf(text, read.get(text)));
    }
    if (id % chunk !== chunk - 1) continue;
    indexing.done = id + 1;
    await indexing.breathe();
  }
  indexing.done = rows.length;
  const built = await sounds.build(indexing.breathe);
  indexing.ready = true;
  return { entities, surfaces, words, byId: new Map(entities.map((it, index) => [it.id, index])), sounds: built };
}

/** Spelt are the names themselves; a number has no sound, and pinyin is the sound of another surface. */
const spelt: ReadonlySet<MatchedField> = new Set(["name", "shortName", "alias", "nameEn"]);

/** `read`: the syllables of those surfaces that were read for their pinyin. */
function surfacesOf(row: Row, aliases: readonly Row[]): { surfaces: Surface[]; read: Map<string, readonly string[] | null> } {
  const surfaces: Surface[] = [];
  const add = (field: MatchedField, text: string | null, scope: string | null = null): void => {
    if (text !== null && !surfaces.some((it) => it.text === text && it.scope === scope)) surfaces.push({ field, text, scope });
  };
  add("name", textOrNull(row.name));
  add("shortName", textOrNull(row.shortName));
  for (const alias of aliases) {
    add("alias", textOrNull(alias.surface), alias.scope === "global" ? null : (textOrNull(alias.scopeOf) ?? textOrNull(alias.scope)));
  }
  add("nameEn", textOrNull(row.nameEn));
  for (const ticker of textsOf(row.tickers)) add("ticker", ticker);
  add("legalName", textOrNull(row.legalName));
  const name = textOf(row.name);
  const syllables = syllablesOf(name);
  const read = new Map([[name, syllables]]);
  const short = textOrNull(row.shortName);
  if (short !== null && short !== name) read.set(short, syllablesWithin(name, syllables, short));
  for (const own of read.values()) {
    if (own === null) continue;
    add("pinyin", spelling(own).full);
    add("initials", spelling(own).initials);
  }
  return { surfaces, read };
}
