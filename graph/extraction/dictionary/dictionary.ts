import type { Alias, Constraint, Entity } from "#graph/model/entity.ts";
import type { DocumentId, EntityId } from "#graph/model/id.ts";
import type { Statement } from "#graph/model/statement.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { normalised } from "./normalised.ts";

/** One entity that a surface may name, and where it may. */
export interface Entry {
  readonly entity: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly scope: Alias["scope"];
  /** Document or region in which the surface holds. */
  readonly scopeOf: string | null;
  /** The region that the entity belongs to: a chain or industry of one city is not that of another. */
  readonly home: EntityId | null;
  readonly collective: boolean;
}

export interface Dictionary {
  readonly surfaces: ReadonlyMap<string, readonly Entry[]>;
  /** First two characters of a surface → the lengths of the surfaces that begin so, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** Pairs that must stay apart: `left|right` and `right|left`. */
  readonly apart: ReadonlySet<string>;
}

export interface DictionarySource {
  readonly entities: readonly Entity[];
  readonly aliases: readonly Alias[];
  readonly constraints: readonly Constraint[];
  /** Tell which region an entity belongs to; without them a regional name (钢铁产业) is not linked. */
  readonly statements?: readonly Statement[];
}

const homePredicates = new Set(["region", "LOCATED_IN", "APPLIES_TO"]);

/** Entity → its region, where the statements name exactly one kind of tie; a region attribute counts before a place. */
function homesOf({ statements = [], entities }: DictionarySource): Map<string, EntityId> {
  const regions = new Set(entities.filter((it) => it.kind === "Region").map((it) => it.id as string));
  const homes = new Map<string, EntityId>();
  for (const it of statements) {
    if (!homePredicates.has(it.predicate)) continue;
    const region = it.object ?? it.value;
    if (region === undefined || !regions.has(region)) continue;
    if (it.predicate === "region" || !homes.has(it.subject)) homes.set(it.subject, region as EntityId);
  }
  return homes;
}

/** Names and aliases of known entities, made once and used for many documents. */
export function buildDictionary(source: DictionarySource): Dictionary {
  const homes = homesOf(source);
  const surfaces = new Map<string, Entry[]>();
  const byId = new Map(source.entities.map((it) => [it.id, it]));
  const add = (surface: string, it: Entity, scope: Alias["scope"], scopeOf: string | null): void => {
    const key = normalised(surface);
    if (key.length < 2) return;
    const entries = surfaces.get(key) ?? [];
    if (entries.length === 0) surfaces.set(key, entries);
    if (entries.some((entry) => entry.entity === it.id && entry.scope === scope && entry.scopeOf === scopeOf)) return;
    entries.push({
      entity: it.id,
      kind: it.kind,
      name: it.name,
      scope,
      scopeOf,
      home: homes.get(it.id) ?? null,
      collective: it.collective ?? false,
    });
  };
  for (const it of source.entities) {
    add(it.name, it, "global", null);
    if (it.shortName) add(it.shortName, it, "global", null);
  }
  for (const it of source.aliases) {
    const entity = byId.get(it.entity);
    if (entity)
      add(
        it.surface,
        entity,
        it.scope,
        it.scopeOf ?? (it.scope === "document" ? (it.source as DocumentId | undefined) : undefined) ?? null,
      );
  }
  return { surfaces, lengths: lengthsOf(surfaces.keys()), apart: apartOf(source.constraints) };
}

function lengthsOf(surfaces: Iterable<string>): Map<string, number[]> {
  const lengths = new Map<string, number[]>();
  for (const surface of surfaces) {
    const head = surface.slice(0, 2);
    const known = lengths.get(head);
    if (!known) lengths.set(head, [surface.length]);
    else if (!known.includes(surface.length)) known.push(surface.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return lengths;
}

const apartOf = (constraints: readonly Constraint[]): Set<string> =>
  new Set(constraints.flatMap(({ left, right }) => [`${left}|${right}`, `${right}|${left}`]));

export const emptyDictionary = (): Dictionary => buildDictionary({ entities: [], aliases: [], constraints: [] });

/** Every surface that stands in a text, also nested and overlapping ones, by place and longest first. */
export function* surfacesIn(
  text: string,
  { surfaces, lengths }: Dictionary,
): Generator<{ start: number; end: number; entries: readonly Entry[] }> {
  const even = normalised(text);
  for (let start = 0; start + 2 <= even.length; start++) {
    const known = lengths.get(even.slice(start, start + 2));
    if (!known) continue;
    for (const length of known) {
      const entries = surfaces.get(even.slice(start, start + length));
      if (entries && start + length <= even.length) yield { start, end: start + length, entries };
    }
  }
}
