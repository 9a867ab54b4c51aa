import { keepEdges } from "#client/state/left-out.ts";
import type { Export } from "../export.ts";

export const json: Export = {
  id: "json",
  label: "JSON",
  what: { zh: "子图、陈述和证据位置，给程序用", en: "Subgraph, statements and evidence, for programs" },
  extension: "json",
  make: async ({ seen, options, graph, statements }) => {
    const edges = new Set(seen.edges.map(({ id }) => id));
    const content = {
      title: options.title,
      at: seen.at.toISOString(),
      revision: seen.revision,
      filters: seen.filters,
      graph: keepEdges(await graph(), (id) => edges.has(id)),
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
