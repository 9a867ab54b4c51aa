import type { Alias, Entity } from "#graph/model/entity.ts";
import type { EntityId } from "#graph/model/id.ts";
import type { AliasPart, EntityContent } from "../content.ts";
import { entityContent } from "../content.ts";
import { comparable } from "./names.ts";

/** An entity that a person recognised as a known one, as its dataset names it. */
export interface TakenUp {
  entity: Entity;
  aliases: readonly Alias[];
  /** The document that named it, where it is one. */
  document?: string | undefined;
  /** A merger said so before: then the names stand already, as they were reviewed. */
  before?: boolean;
}

/** Ids that mergers left in an entity are the store's own: no source knows them. */
export const keepMergers = (content: EntityContent, standing: EntityContent): EntityContent => {
  const mergedFrom = [...new Set([...(content.mergedFrom ?? []), ...(standing.mergedFrom ?? [])])].sort();
  return mergedFrom.length === (content.mergedFrom?.length ?? 0)
    ? content
    : entityContent({ ...content, mergedFrom }, content.aliases ?? []);
};

/** An entity with the names of others that turned out to be it, as aliases, and with their ids. */
export function takeUpNames(content: EntityContent, taken: readonly TakenUp[]): EntityContent {
  const aliases: AliasPart[] = [...(content.aliases ?? [])];
  const placeOf = ({ surface, scope, scopeOf }: AliasPart): string => [surface, scope, scopeOf ?? ""].join("|");
  const known = new Set(aliases.map(placeOf));
  const names = new Set(
    [content.name, content.nameEn, content.shortName, ...aliases.map((it) => it.surface)].map((it) => comparable(it ?? "")),
  );
  const add = (alias: AliasPart): void => {
    if (known.has(placeOf(alias))) return;
    known.add(placeOf(alias));
    names.add(comparable(alias.surface));
    aliases.push(alias);
  };
  for (const { entity, aliases: theirs, document } of taken) {
    for (const surface of [entity.name, entity.shortName, entity.nameEn])
      if (surface !== undefined && !names.has(comparable(surface)))
        add({ surface, scope: "global", ...(document === undefined ? {} : { source: document as never }) });
    for (const { entity: _, ...alias } of theirs) add(alias);
  }
  const ids = taken.flatMap((it) => [it.entity.id, ...(it.entity.mergedFrom ?? [])]);
  const mergedFrom = [...new Set<EntityId>([...(content.mergedFrom ?? []), ...ids])].filter((id) => id !== content.id).sort();
  return entityContent({ ...content, mergedFrom }, aliases);
}

/** A source's word on an entity into which others were merged: their names are as they stand, where it names those too. */
export function withStandingNames(content: EntityContent, standing: EntityContent, taken: readonly TakenUp[]): EntityContent {
  const placeOf = ({ surface, scope, scopeOf }: AliasPart): string => [surface, scope, scopeOf ?? ""].join("|");
  const reviewed = new Map((standing.aliases ?? []).map((it) => [placeOf(it), it]));
  const all = takeUpNames(content, taken);
  const own = new Set((content.aliases ?? []).map(placeOf));
  for (const { entity, aliases } of taken) for (const it of aliases) if (it.entity === entity.id) own.delete(placeOf(it));
  return entityContent(
    all,
    (all.aliases ?? []).flatMap((it) => (own.has(placeOf(it)) ? it : (reviewed.get(placeOf(it)) ?? []))),
  );
}
