import { clausesOf } from "../cypher/clauses.ts";
import { type Item, isGroup, isLeaf, isName, splitOn, wordOf } from "../cypher/tree.ts";

/** What a column holds, alone or in lists, when it can hold nodes or relationships. */
export type EntityKind = "node" | "edge";
export type VariableKinds = Map<string, EntityKind>;

const constant: Record<string, EntityKind> = { NODES: "node", STARTNODE: "node", ENDNODE: "node", RELATIONSHIPS: "edge" };
const transparent = new Set(["COALESCE", "HEAD", "LAST", "TAIL", "REVERSE", "COLLECT", "NULLIF"]);
const tests = new Set("AND OR XOR NOT IN IS CONTAINS STARTS ENDS".split(" "));
const comparisons = new Set(["=", "<>", "<", ">", "<=", ">=", "=~"]);

/** Kinds of the variables that a query binds, by patterns and through aliases; scopes are not told apart. */
export function variableKinds(items: readonly Item[], kinds: VariableKinds = new Map(), inner = false): VariableKinds {
  for (const { keyword, body } of clausesOf(items)) {
    patternVariables(body, kinds);
    if (keyword === "WITH" || keyword === "UNWIND" || (inner && keyword === "RETURN")) {
      for (const part of projectionParts(body)) {
        const as = part.findIndex((item) => wordOf(item) === "AS");
        const alias = part[as + 1];
        const kind = as > 0 ? kindOf(part.slice(0, as), kinds) : null;
        if (as <= 0 || !isName(alias)) continue;
        if (kind === null) kinds.delete(alias.text);
        else kinds.set(alias.text, kind);
      }
    }
    if (keyword === "YIELD")
      for (const item of body) if (/^(?:node|relationship)$/.test(wordOf(item).toLowerCase())) kinds.set("node", "node");
    for (const item of body) if (isGroup(item) && item.open.text === "{") variableKinds(item.items, kinds, true);
  }
  return kinds;
}

const projectionParts = (body: readonly Item[]): Item[][] => splitOn(wordOf(body[0]) === "DISTINCT" ? body.slice(1) : body, ",");

/** First names in brackets that stand between dashes, and in parentheses beside them. */
function patternVariables(items: readonly Item[], kinds: VariableKinds): void {
  items.forEach((item, index) => {
    if (!isGroup(item)) return;
    const [previous, next, first] = [items[index - 1], items[index + 1], item.items[0]];
    if (item.open.text === "[" && isLeaf(previous, "-") && isLeaf(next, "-") && isName(first)) kinds.set(first.text, "edge");
    else if (item.open.text === "(" && isName(first) && !isName(previous) && isNodeShape(item.items)) {
      if (!kinds.has(first.text)) kinds.set(first.text, "node");
    }
    patternVariables(item.items, kinds);
  });
}

/** `(n)`, `(n:A …)`, `(n {…})`, `(n WHERE …)`. */
const isNodeShape = ([, second]: readonly Item[]): boolean =>
  second === undefined || isLeaf(second, ":") || wordOf(second) === "WHERE" || isGroup(second, "{");

/** The kind of entity that an expression gives, null when it gives none. */
export function kindOf(items: readonly Item[], kinds: VariableKinds): EntityKind | null {
  if (wordOf(items[0]) === "CASE") return kindOfCase(items, kinds);
  if (items.some((item) => tests.has(wordOf(item)) || ("kind" in item && comparisons.has(item.text)))) return null;
  for (const [index, item] of items.entries()) {
    const kind = kindOfOperand(items, index, item, kinds);
    if (kind !== null) return kind;
  }
  return null;
}

function kindOfOperand(items: readonly Item[], index: number, item: Item, kinds: VariableKinds): EntityKind | null {
  const [previous, next] = [items[index - 1], items[index + 1]];
  const after = items.slice(index + 1).find((following) => !isGroup(following, "["));
  if (isLeaf(after, ".") || isLeaf(next, ":") || isGroup(next, "{") || isLeaf(previous, ".")) return null;
  if (isName(item)) return isGroup(next, "(") ? null : (kinds.get(item.text) ?? null);
  if (!isGroup(item) || item.open.text === "{") return null;
  if (item.open.text === "(") {
    const word = wordOf(previous);
    if (constant[word] !== undefined) return constant[word];
    return word === "" || transparent.has(word)
      ? splitOn(item.items, ",").reduce<EntityKind | null>((found, part) => found ?? kindOf(part, kinds), null)
      : null;
  }
  const isIndex = previous !== undefined && (isGroup(previous) || isName(previous));
  return isIndex ? null : kindOfList(item.items, kinds);
}

function kindOfList(items: readonly Item[], kinds: VariableKinds): EntityKind | null {
  const [variable] = items;
  if (!isName(variable) || wordOf(items[1]) !== "IN")
    return splitOn(items, ",").reduce<EntityKind | null>((found, part) => found ?? kindOf(part, kinds), null);
  const bar = items.findIndex((item) => isLeaf(item, "|"));
  const where = items.findIndex((item) => wordOf(item) === "WHERE");
  const end = where > 0 ? where : bar > 0 ? bar : items.length;
  const listKind = kindOf(items.slice(2, end), kinds);
  if (bar < 0) return listKind;
  const inner = new Map(kinds);
  if (listKind === null) inner.delete(variable.text);
  else inner.set(variable.text, listKind);
  return kindOf(items.slice(bar + 1), inner);
}

function kindOfCase(items: readonly Item[], kinds: VariableKinds): EntityKind | null {
  for (const [index, item] of items.entries()) {
    if (wordOf(item) !== "THEN" && wordOf(item) !== "ELSE") continue;
    const rest = items.slice(index + 1);
    const end = rest.findIndex((next) => ["WHEN", "ELSE", "END"].includes(wordOf(next)));
    const kind = kindOf(rest.slice(0, end < 0 ? rest.length : end), kinds);
    if (kind !== null) return kind;
  }
  return null;
}

/** Whether the engine gives a bare key for this expression, having forgotten that it is an entity. */
export function losesKind(items: readonly Item[]): boolean {
  return items.some((item, index) => {
    if (!isGroup(item)) return ["CASE", "COALESCE", "NULLIF", "REDUCE"].includes(wordOf(item)) || isLeaf(item, "+");
    if (item.open.text === "{") return false;
    const isFilter = item.open.text === "[" && isName(item.items[0]) && wordOf(item.items[1]) === "IN";
    return isFilter || (item.open.text === "(" && transparent.has(wordOf(items[index - 1])) && losesKind(item.items));
  });
}

/** Kinds of the columns of the last RETURN, in order; empty when it is `RETURN *` or there is none. */
export function entityColumns(items: readonly Item[], kinds: VariableKinds): (EntityKind | null)[] {
  const last = clausesOf(items).findLast(({ keyword }) => keyword === "RETURN");
  if (last === undefined || last.body.some((item) => isLeaf(item, "*") && last.body.length === 1)) return [];
  return projectionParts(last.body).map((part) => {
    const as = part.findIndex((item) => wordOf(item) === "AS");
    return kindOf(as > 0 ? part.slice(0, as) : part, kinds);
  });
}
