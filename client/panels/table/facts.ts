import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { calls } from "#client/api/calls.ts";
import { useDocuments } from "#client/api/queries.ts";
import { figuresCypher, statesCypher } from "#client/queries/table.ts";
import { useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { report } from "#client/state/tasks.ts";
import type { CypherResult } from "#graph/model/cypher-result.ts";
import type { Modality } from "#graph/vocabulary/marks.ts";

/** The most rows that one query brings; what lies beyond is said. */
const mostRows = 10_000;

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly op: string;
  readonly period: string | null;
  readonly modality: string;
}

const usefulness: readonly Modality[] = ["actual", "design_capacity", "plan", "target", "forecast", "derived"];
const revenue = "营业收入";

/** Of several figures the one that tells most: a result before a plan, revenue before others, the newest before older ones. */
export function keyFigure(figures: readonly Figure[]): Figure | undefined {
  const rank = (it: Figure) => usefulness.indexOf(it.modality as Modality) * 2 + (it.name === revenue ? 0 : 1);
  return figures.toSorted((a, b) => rank(a) - rank(b) || ((b.period ?? "") < (a.period ?? "") ? -1 : 1))[0];
}

/** Asks once, when a column needs it; that too leaves its query. */
function useColumnFacts<T>(
  name: string,
  query: string,
  needed: boolean,
  decode: (rows: CypherResult["rows"]) => T,
): { facts: T | undefined; cut: boolean } {
  const store = useAtlasStore();
  const { data } = useQuery({
    queryKey: ["table", name],
    enabled: needed,
    queryFn: async ({ signal }) => {
      const answer = await calls.cypher({ query, parameters: {}, limit: mostRows }, { signal });
      const { elapsedMs } = answer.summary;
      report(store, { name: "table", cypher: { query, parameters: {} }, rows: answer.rows.length, unit: "rows", elapsedMs });
      return { facts: decode(answer.rows), cut: answer.summary.truncated };
    },
  });
  return { facts: data?.facts, cut: data?.cut ?? false };
}

const statesOf = (rows: CypherResult["rows"]) => new Map(rows.map(([id, state]) => [id as string, state as string]));

function figuresOf(rows: CypherResult["rows"]): ReadonlyMap<string, Figure> {
  const all = new Map<string, Figure[]>();
  for (const [id, name, value, unit, op, period, modality] of rows) {
    const figure = { name, value, unit, op: op ?? "=", period, modality } as Figure;
    const known = all.get(id as string);
    if (known === undefined) all.set(id as string, [figure]);
    else known.push(figure);
  }
  return new Map([...all].map(([id, figures]) => [id, keyFigure(figures) as Figure]));
}

export const useStates = (needed: boolean) => useColumnFacts("states", statesCypher, needed, statesOf);
export const useFigures = (needed: boolean) => useColumnFacts("figures", figuresCypher, needed, figuresOf);

/** Titles of all documents, by id, in the language of the page. */
export function useDocumentTitles(): ReadonlyMap<string, string> {
  const language = usePreferences((it) => it.language);
  const { data } = useDocuments();
  return useMemo(
    () => new Map(data?.documents.map((it) => [it.id as string, language === "en" ? (it.titleEn ?? it.title) : it.title])),
    [data, language],
  );
}
