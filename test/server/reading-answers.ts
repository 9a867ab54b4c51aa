import { expect } from "vitest";
import type { z } from "zod";
import { documentsOf, type Subgraph } from "#graph/model/subgraph.ts";
import type { OpenApp } from "./open-app.ts";

export type Get = <S extends z.ZodType>(path: string, shape: S) => Promise<z.infer<S>>;

/** Reads answers and holds them against their shapes; the app is opened before the first test, later than this. */
export function reader(opened: () => OpenApp): Get {
  return async (path, shape) => {
    const response = await opened().api.get(`/api/v1${path}`);
    expect(response.body, path).not.toHaveProperty("error");
    expect(response.status).toBe(200);
    return shape.parse(response.body);
  };
}

/** Edges as lines that can be compared: id, ends, type, span and documents. */
export const edgesOf = (graph: Subgraph): string[] =>
  graph.edges.id.map((id, i) => {
    const [source, target] = [graph.edges.source[i] ?? -1, graph.edges.target[i] ?? -1];
    const [from, to] = graph.edges.span[i] ?? [];
    const type = graph.dictionary.type[graph.edges.type[i] ?? -1];
    return `${id} ${graph.nodes.id[source]} ${type} ${graph.nodes.id[target]} ${from ?? ""}-${to ?? ""} ${documentsOf(graph, i).join()}`;
  });
