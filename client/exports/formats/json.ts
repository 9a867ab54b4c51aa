import type { Subgraph } from "#graph/model/subgraph.ts";
import type { Export } from "../export.ts";

/** A subgraph with these of its edges. Columns are lists, or sparse: by index, where there is something to say. */
export function keepEdges(graph: Subgraph, kept: ReadonlySet<string>): Subgraph {
  const rows = [...graph.edges.id.keys()].filter((row) => kept.has(graph.edges.id[row] as string));
  const columns = Object.entries(graph.edges).map(([name, column]) => [
    name,
    Array.isArray(column) ? rows.map((row) => column[row]) : sparse(column, rows),
  ]);
  const edges = Object.fromEntries(columns) as Subgraph["edges"];
  return { ...graph, edges, total: { nodes: graph.nodes.id.length, edges: rows.length } };
}

const sparse = (column: Readonly<Record<string, unknown>>, rows: readonly number[]) =>
  Object.fromEntries([...rows.entries()].filter(([, row]) => row in column).map(([next, row]) => [next, column[row]]));

export const json: Export = {
  id: "json",
  label: "JSON",
  what: { zh: "子图、陈述和证据位置，给程序用", en: "Subgraph, statements and evidence, for programs" },
  extension: "json",
  make: async ({ seen, options, graph, statements }) => {
    const content = {
      title: options.title,
      at: seen.at.toISOString(),
      revision: seen.revision,
      filters: seen.filters,
      graph: keepEdges(await graph(), new Set(seen.edges.map(({ id }) => id))),
      positions: Object.fromEntries(seen.nodes.map(({ id, x, y }) => [id, [x, y]])),
      statements: (await statements()).map(({ evidence, ...rest }) => ({
        ...rest,
        evidence: evidence.map(({ text: _, textAvailable: __, ...place }) => place),
      })),
      notes: seen.notes,
    };
    return new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" });
  },
};
