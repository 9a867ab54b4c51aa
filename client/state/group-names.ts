import { isEntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import type { NodeGroup } from "./slices/groups.ts";

interface Names {
  name: string;
  nameEn: string;
}

/** What a group is called in both languages: by its rule, by the name given by hand, or by its most connected member. */
export function groupName(graph: LoadedGraph, { by, title, members }: NodeGroup): Names {
  const namesAt = (node: number): Names => {
    const name = graph.nodes.name[node] ?? "";
    return { name, nameEn: graph.nodes.nameEn[node] ?? name };
  };
  const known = graph.nodeIndex.get(title);
  if (by === "kind" && isEntityKind(title)) return { name: kinds[title].zh, nameEn: kinds[title].en };
  if ((by === "chain" || by === "park") && known !== undefined) return namesAt(known);
  if (by === "hand" && title !== "") return { name: title, nameEn: title };
  const degree = (node: number) => graph.nodes.degree[node] ?? 0;
  const { name, nameEn } = namesAt(known ?? members.reduce((best, node) => (degree(node) > degree(best) ? node : best), members[0] ?? 0));
  return by === "community" ? { name: `${name}一带`, nameEn: `Around ${nameEn}` } : { name: `${name}等`, nameEn: `${nameEn} and others` };
}
