import { type Group, group, type Item, isGroup, isLeaf, isName, leaf, splitOn, wordOf } from "../cypher/tree.ts";

/**
 * A list of patterns with each hop a pattern of its own: (a)-[r]-(b), (b)-[q]-(c) for (a)-[r]-(b)-[q]-(c). Both mean the same, as
 * relationships are told apart in all of a MATCH; the engine joins the one and walks the other. A path that is named stays as it is.
 */
export function hopsApart(items: readonly Item[], fresh: () => string): Item[] {
  return splitOn(items, ",").flatMap((pattern, index) => [...(index === 0 ? [] : [leaf(",", pattern[0])]), ...apart(pattern, fresh)]);
}

/** `p = …`, shortestPath(…) and a bracketed part that repeats are one thing. */
const isWhole = (pattern: readonly Item[]): boolean =>
  !isGroup(pattern[0], "(") ||
  pattern.some((item) => isLeaf(item, "=") || wordOf(item) !== "" || (isGroup(item, "(") && isGroup(item.items[0], "(")));

function apart(pattern: readonly Item[], fresh: () => string): Item[] {
  if (isWhole(pattern)) return [...pattern];
  const last = pattern.findLastIndex((item) => isGroup(item, "("));
  return pattern.flatMap((item, index) => {
    if (index === 0 || index === last || !isGroup(item, "(")) return [item];
    const [node, name] = named(item, fresh);
    return [node, leaf(",", item), group("(", [name], item)];
  });
}

function named(node: Group, fresh: () => string): [Group, Item] {
  const [first] = node.items;
  if (isName(first)) return [node, first];
  const name = leaf(fresh(), first ?? node);
  return [{ ...node, items: [name, ...node.items] }, name];
}
