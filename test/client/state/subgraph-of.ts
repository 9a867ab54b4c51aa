import type { Subgraph } from "#graph/model/subgraph.ts";

type NodeRow = [id: string, kind: string, degree?: number];
type EdgeRow = [id: string, type: string, source: string, target: string, status?: string, confidence?: number, said?: Said];
/** When a statement holds, and which documents say it. */
interface Said {
  from?: string;
  to?: string;
  documents?: string[];
}

const indexIn = (list: string[], value: string): number => {
  if (!list.includes(value)) list.push(value);
  return list.indexOf(value);
};

/** A subgraph as the API answers it, from rows that can be read. */
export function subgraphOf(nodes: NodeRow[], edges: EdgeRow[] = []): Subgraph {
  const dictionary = {
    kind: [] as string[],
    type: [] as string[],
    status: [] as string[],
    document: [...new Set(edges.flatMap(([, , , , , , said]) => said?.documents ?? []))],
    documents: edges.map(([, , , , , , said]) => said?.documents ?? []),
  };
  const ids = nodes.map(([id]) => id);
  const answer = {
    version: 1 as const,
    dictionary: {
      ...dictionary,
      documents: dictionary.documents.map((ids) => ids.map((id) => dictionary.document.indexOf(id))),
    },
    nodes: {
      id: ids,
      kind: nodes.map(([, kind]) => indexIn(dictionary.kind, kind)),
      name: ids.map((id) => `name of ${id}`),
      nameEn: ids.map(() => null),
      shortName: ids.map(() => null),
      degree: nodes.map(([, , degree]) => degree ?? 1),
    },
    edges: {
      id: edges.map(([id]) => id),
      type: edges.map(([, type]) => indexIn(dictionary.type, type)),
      source: edges.map(([, , source]) => ids.indexOf(source)),
      target: edges.map(([, , , target]) => ids.indexOf(target)),
      status: edges.map(([, , , , status]) => indexIn(dictionary.status, status ?? "stated")),
      confidence: edges.map(([, , , , , confidence]) => confidence ?? 1),
      span: Object.fromEntries(edges.map(([, , , , , , said], row) => [row, [said?.from ?? null, said?.to ?? null]])),
      documents: edges.map((_, row) => dictionary.document.length + row),
    },
    total: { nodes: ids.length, edges: edges.length },
    truncated: false,
    next: null,
    cypher: { query: "MATCH (n) RETURN n", parameters: {} },
  };
  return answer as unknown as Subgraph;
}
