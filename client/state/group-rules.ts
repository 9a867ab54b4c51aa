import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { visibleNodes } from "./neighbourhood.ts";
import { dropGroups, type NodeGroup } from "./slices/groups.ts";
import { filterMasks, isEdgeVisible } from "./visible.ts";

/** What each rule that reads relations groups under: the object of a relation, of one kind. */
const heads = {
  chain: { relation: "PART_OF_CHAIN", kind: "IndustrialChain" },
  park: { relation: "LOCATED_IN", kind: "Park" },
} as const satisfies Record<string, { relation: RelationType; kind: (typeof entityKinds)[number] }>;

/** Groups that a rule makes of what is visible, closed; what a person put together by hand stays together. */
export function groupsBy(graph: LoadedGraph, it: Exploration, rule: "kind" | "chain" | "park"): NodeGroup[] {
  const byHand = new Set(it.groups.filter(({ by }) => by === "hand").flatMap(({ members }) => members));
  const free = visibleNodes(graph, it).filter((node) => !byHand.has(node));
  if (rule === "kind")
    return groupsOf(
      "kind",
      byTitle(free, (node) => entityKinds[graph.nodes.kind[node] as number] as string),
    );
  const headOf = nearestHead(graph, it, rule);
  const inside = free.filter((node) => headOf.has(node));
  return groupsOf(
    rule,
    byTitle(inside, (node) => graph.nodes.id[headOf.get(node) as number] as string),
  );
}

/** Groups of what hangs together most; `labels` names the community of each node. */
export function communityGroups(graph: LoadedGraph, it: Exploration, labels: ReadonlyMap<number, number>): NodeGroup[] {
  const byHand = new Set(it.groups.filter(({ by }) => by === "hand").flatMap(({ members }) => members));
  const free = [...labels.keys()].filter((node) => !byHand.has(node));
  const degree = (node: number) => graph.nodes.degree[node] ?? 0;
  const groups = [...byTitle(free, (node) => String(labels.get(node))).values()];
  return groupsOf(
    "community",
    new Map(
      groups.map((members) => [
        graph.nodes.id[members.reduce((best, node) => (degree(node) > degree(best) ? node : best))] as string,
        members,
      ]),
    ),
  );
}

/** Without the groups that rules made: a new rule takes their place. */
export const withoutRules = (it: Exploration): Exploration =>
  dropGroups(
    it,
    it.groups.filter(({ by }) => by !== "hand").map(({ key }) => key),
  );

function byTitle(nodes: readonly number[], titleOf: (node: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const node of nodes) {
    const title = titleOf(node);
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [node]);
    else group.push(node);
  }
  return groups;
}

const groupsOf = (by: NodeGroup["by"], members: ReadonlyMap<string, number[]>): NodeGroup[] =>
  [...members]
    .filter(([, some]) => some.length > 1)
    .map(([title, some]) => ({ key: `${by}:${title}`, by, title, members: some, open: false }));

/** The chain or park of each node, itself where it is one with members: what is stated before what is inferred, then what is surer. */
function nearestHead(graph: LoadedGraph, it: Exploration, rule: keyof typeof heads): Map<number, number> {
  const masks = filterMasks(graph, it);
  const type = relationTypes.indexOf(heads[rule].relation);
  const kind = entityKinds.indexOf(heads[rule].kind);
  const { source, target, status, confidence } = graph.edges;
  const best = new Map<number, number>();
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (graph.edges.type[edge] !== type || graph.nodes.kind[target[edge] as number] !== kind || !isEdgeVisible(graph, it, masks, edge))
      continue;
    const before = best.get(source[edge] as number);
    const better =
      before === undefined ||
      (status[edge] as number) < (status[before] as number) ||
      (status[edge] === status[before] && (confidence[edge] as number) > (confidence[before] as number));
    if (better) best.set(source[edge] as number, edge);
  }
  const headOf = new Map<number, number>();
  for (const [node, edge] of best) headOf.set(node, target[edge] as number);
  for (const head of new Set(headOf.values())) headOf.set(head, head);
  return headOf;
}
