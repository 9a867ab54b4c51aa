import { useEffect } from "react";
import { useStore } from "zustand";
import { elapsedOf, useSearch } from "#client/api/queries.ts";
import { en } from "#client/i18n/en.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { zh } from "#client/i18n/zh.ts";
import { useActions, usePreferences } from "#client/state/context.tsx";
import { whyFound } from "../search/why-found.ts";
import { entityEntry, entityEntryId } from "./entity-entries.ts";
import { type PaletteGroup, paletteGroups } from "./groups.ts";
import { type Recent, recent } from "./recent.ts";
import { sources } from "./sources.ts";

/** Entities listed of those found; the heading counts the rest. */
const listed = 8;

/** What the palette lists for what was typed, and the entity behind an entry. */
export function usePaletteGroups(typed: string) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const { list } = useStore(recent);
  const { data, error, isFetching, isPlaceholderData } = useSearch(typed);
  const offered = sources.map((source) => ({ source, entries: source.use() }));
  useEffect(() => {
    if (data !== undefined && !isPlaceholderData && typed !== "") actions.searched({ ...data, elapsedMs: elapsedOf(data) });
  }, [data, isPlaceholderData, typed, actions]);

  const hits = typed === "" ? [] : (data?.hits ?? []);
  const known = new Map(offered.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry])));
  const entities: PaletteGroup = {
    id: "entities",
    title: { zh: zh["palette.entities"], en: en["palette.entities"] },
    entries: hits.slice(0, listed).map((hit) => entityEntry(hit, language, whyFound(hit, { t, language }))),
    total: data?.total ?? 0,
  };
  const lately = list
    .map(({ id, entity }) => (entity === null ? known.get(id) : entityEntry(entity, language)))
    .filter((it) => it !== undefined);
  const groups = paletteGroups({
    typed,
    offered:
      typed === ""
        ? offered.map(({ source, entries }) => ({ source, entries: entries.filter(({ id }) => !lately.some((one) => one.id === id)) }))
        : offered,
    entities,
    entitiesRight: hits[0]?.near === false,
    recent: { id: "recent", title: { zh: zh["palette.recent"], en: en["palette.recent"] }, entries: lately, total: lately.length },
  });
  const entityOf = (entry: string): Recent["entity"] => {
    const hit = hits.find(({ id }) => entityEntryId(id) === entry);
    if (hit !== undefined) return { id: hit.id, kind: hit.kind, name: hit.name, nameEn: hit.nameEn };
    return list.find(({ id }) => id === entry)?.entity ?? null;
  };
  return { groups, entityOf, looking: isFetching, unreachable: error !== null && typed !== "" };
}
