import { nodeRadius } from "#client/rendering/view.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";
import { relations } from "#graph/vocabulary/relations.ts";
import type { Export } from "../export.ts";
import { holdingBy } from "../holding.ts";

export const gexf: Export = {
  id: "gexf",
  label: "GEXF",
  what: { zh: "给 Gephi，带位置和颜色", en: "For Gephi, with places and colours" },
  extension: "gexf",
  make: async ({ seen, options, statements }) => {
    const [{ MultiDirectedGraph }, { write }] = await Promise.all([import("graphology"), import("graphology-gexf/browser")]);
    const graph = new MultiDirectedGraph();
    const { language, theme } = options;
    for (const { id, kind, name, nameEn, degree, x, y } of seen.nodes) {
      const places = x === null || y === null ? {} : { x, y };
      const looks = { ...places, size: nodeRadius(degree), color: kinds[kind].colour[theme] };
      graph.addNode(id, { label: language === "en" ? (nameEn ?? name) : name, kind, name, nameEn: nameEn ?? "", degree, ...looks });
    }
    const holds = holdingBy(await statements());
    for (const { id, type, source, target, status, confidence } of seen.edges)
      graph.addEdgeWithKey(id, source, target, { label: relations[type][language], predicate: type, status, confidence, ...holds(id) });
    return new Blob([write(graph)], { type: "application/xml" });
  },
};
