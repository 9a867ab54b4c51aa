import { type Item, isGroup, isLeaf, isName, render, splitOn } from "../cypher/tree.ts";

/** `:A:B`, the only label expression that the engine reads. */
export function isPlainLabels(items: readonly Item[]): boolean {
  return items.every((item, index) => (index % 2 === 0 ? isName(item) : isLeaf(item, ":") || isLeaf(item, "&")));
}

export const plainLabels = (items: readonly Item[]): Item[] =>
  items.map((item) => (isLeaf(item, "&") ? { ...item, text: ":", before: "" } : inBackticks(item)));

/** Any word may be a label; the engine wants some in backticks. */
export const inBackticks = (item: Item): Item =>
  "kind" in item && item.kind === "name" ? { ...item, kind: "quoted", text: `\`${item.text}\`` } : item;

/** Types separated by `|`, which the engine reads. */
export const isPlainTypes = (items: readonly Item[]): boolean =>
  items.every((item) => isName(item) || isLeaf(item, "|") || isLeaf(item, ":"));

/**
 * A label or type expression as a condition: `A|!(B&C)` on `n` gives `(n:A OR NOT (n:B AND n:C))`. `atom` writes the
 * condition for one name, and for `%`, any name.
 */
export function labelCondition(items: readonly Item[], atom: (name: string | null) => string): string {
  const anyOf = splitOn(items, "|").map((part) => (isLeaf(part[0], ":") ? part.slice(1) : part));
  if (anyOf.length > 1) return `(${anyOf.map((part) => labelCondition(part, atom)).join(" OR ")})`;
  const allOf = splitOn(items, "&").flatMap((part) => splitOn(part, ":"));
  if (allOf.length > 1) return `(${allOf.map((part) => labelCondition(part, atom)).join(" AND ")})`;
  const [first, ...rest] = items;
  if (isLeaf(first, "!")) return `(NOT ${labelCondition(rest, atom)})`;
  if (isGroup(first, "(")) return labelCondition(first.items, atom);
  return atom(isLeaf(first, "%") ? null : render(first === undefined ? [] : [first]));
}

export const nodeCondition =
  (variable: string) =>
  (name: string | null): string =>
    name === null ? `(size(labels(${variable})) > 0)` : `(${variable}:${name.startsWith("`") ? name : `\`${name}\``})`;

/** A type is compared as a string. */
export const typeCondition =
  (variable: string) =>
  (name: string | null): string =>
    name === null ? "true" : `(type(${variable}) = ${quote(name)})`;

const quote = (name: string): string => {
  const bare = name.startsWith("`") ? name.slice(1, -1).replaceAll("``", "`") : name;
  return `'${bare.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
};

/** How many items from `index` on belong to a label expression. */
export function labelLength(items: readonly Item[], index: number): number {
  let at = index;
  let wantsName = true;
  for (;;) {
    const item = items[at];
    if (wantsName) {
      if (isLeaf(item, "!") || (isLeaf(item, ":") && isLeaf(items[at - 1], "|"))) at += 1;
      else if (isName(item) || isLeaf(item, "%") || isGroup(item, "(")) {
        at += 1;
        wantsName = false;
      } else return at - index;
    } else if ((isLeaf(item, "|") || isLeaf(item, "&") || isLeaf(item, ":")) && items[at + 1] !== undefined) {
      at += 1;
      wantsName = true;
    } else return at - index;
  }
}
