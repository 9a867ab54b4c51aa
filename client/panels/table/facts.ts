import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { calls } from "#client/api/calls.ts";
import { useHeard } from "#client/panels/inspector/heard-note.tsx";
import { useAtlasStore } from "#client/state/context.tsx";
import type { HeardQuery } from "#client/state/heard.ts";
import { report } from "#client/state/tasks.ts";
import type { ShownCypher } from "#graph/model/subgraph.ts";
import type { TableFiguresAnswer, TableStatesAnswer } from "#graph/model/table-facts.ts";
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

interface Answer {
  truncated: boolean;
  cypher: ShownCypher;
}

/** Asks when a column needs it, and anew under other clocks; that the column came leaves its query too. */
function useColumnFacts<A extends Answer, T>(
  name: string,
  needed: boolean,
  { fetch, read }: { fetch(heard: HeardQuery | undefined, signal: AbortSignal): Promise<A>; read(answer: A): ReadonlyMap<string, T> },
): { facts: ReadonlyMap<string, T> | undefined; cut: boolean } {
  const store = useAtlasStore();
  const heard = useHeard();
  const isTold = useRef(false);
  const { data } = useQuery({
    queryKey: ["table", name, heard],
    enabled: needed,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const started = performance.now();
      const answer = await fetch(heard, signal);
      const facts = read(answer);
      if (!isTold.current)
        report(store, { name: "table", cypher: answer.cypher, rows: facts.size, unit: "rows", elapsedMs: performance.now() - started });
      isTold.current = true;
      return { facts, cut: answer.truncated };
    },
  });
  return { facts: data?.facts, cut: data?.cut ?? false };
}

const statesOf = ({ states: { id, state } }: TableStatesAnswer) => new Map(id.map((of, row) => [of, state[row] as string]));

function figuresOf({ figures }: TableFiguresAnswer): ReadonlyMap<string, Figure> {
  const all = new Map<string, Figure[]>();
  for (const [row, id] of figures.id.entries()) {
    const at = <T>(column: readonly T[]): T => column[row] as T;
    const figure: Figure = {
      name: at(figures.name),
      value: at(figures.value),
      unit: at(figures.unit),
      op: at(figures.op),
      period: at(figures.period),
      modality: at(figures.modality),
    };
    const known = all.get(id);
    if (known === undefined) all.set(id, [figure]);
    else known.push(figure);
  }
  return new Map([...all].map(([id, some]) => [id, keyFigure(some) as Figure]));
}

export const useStates = (needed: boolean) =>
  useColumnFacts("states", needed, { fetch: (heard, signal) => calls.tableStates(mostRows, heard, { signal }), read: statesOf });
export const useFigures = (needed: boolean) =>
  useColumnFacts("figures", needed, { fetch: (heard, signal) => calls.tableFigures(mostRows, heard, { signal }), read: figuresOf });
