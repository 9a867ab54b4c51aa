import { relations } from "#graph/vocabulary/relations.ts";
import type { Export } from "../export.ts";
import { holdingBy } from "../holding.ts";
import { element, escaped } from "../svg/markup.ts";

type Kind = "string" | "double" | "long";
const nodeKeys = { label: "string", kind: "string", name: "string", nameEn: "string", degree: "long", x: "double", y: "double" } as const;
const edgeKeys = {
  label: "string",
  predicate: "string",
  status: "string",
  confidence: "double",
  validFrom: "string",
  validTo: "string",
} as const;

const declared = (of: "node" | "edge", keys: Readonly<Record<string, Kind>>): string[] =>
  Object.entries(keys).map(([name, type]) => element("key", { id: `${of}-${name}`, for: of, "attr.name": name, "attr.type": type }));

/** What is null is left out: GraphML has no word for it. */
const data = (of: "node" | "edge", values: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => element("data", { key: `${of}-${name}` }, escaped(String(value))))
    .join("");

export const graphml: Export = {
  id: "graphml",
  label: "GraphML",
  what: { zh: "给 yEd、Cytoscape、NetworkX", en: "For yEd, Cytoscape, NetworkX" },
  extension: "graphml",
  make: async ({ seen, statements, options: { language } }) => {
    const nodes = seen.nodes.map(({ id, kind, name, nameEn, degree, x, y }) =>
      element("node", { id }, data("node", { label: language === "en" ? (nameEn ?? name) : name, kind, name, nameEn, degree, x, y })),
    );
    const holds = holdingBy(await statements());
    const edges = seen.edges.map(({ id, type, source, target, status, confidence }) => {
      const { validFrom, validTo } = holds(id);
      const own = { label: relations[type][language], predicate: type, status, confidence };
      return element("edge", { id, source, target }, data("edge", { ...own, validFrom: validFrom || null, validTo: validTo || null }));
    });
    const graph = element("graph", { id: "view", edgedefault: "directed" }, [...nodes, ...edges].join("\n"));
    const inside = [...declared("node", nodeKeys), ...declared("edge", edgeKeys), graph].join("\n");
    const root = element("graphml", { xmlns: "http://graphml.graphdrawing.org/xmlns" }, inside);
    return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`], { type: "application/xml" });
  },
};
