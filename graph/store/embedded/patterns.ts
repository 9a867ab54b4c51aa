import { type Group, type Item, isGroup, isLeaf, isName, leaf, render, wordOf } from "../cypher/tree.ts";
import {
  inBackticks,
  isPlainLabels,
  isPlainTypes,
  labelCondition,
  labelLength,
  nodeCondition,
  plainLabels,
  typeCondition,
} from "./label-expressions.ts";

export interface PatternRewriter {
  /** A variable that the query does not use. */
  fresh(): string;
  /** Rewrites an expression: property maps and conditions inside a pattern. */
  expression(items: readonly Item[]): Item[];
}

/** A pattern as the engine reads it, and the conditions that it no longer says itself. */
export interface Rewritten {
  items: Item[];
  conditions: Item[][];
}

/** Rewrites a comma-separated list of patterns, path names and shortestPath() included. */
export function rewritePatterns(items: readonly Item[], rewriter: PatternRewriter): Rewritten {
  const conditions: Item[][] = [];
  const result: Item[] = [];
  items.forEach((item, index) => {
    if (isGroup(item, "(")) {
      const inner = /^(?:ALL)?SHORTESTPATHS?$/.test(wordOf(items[index - 1]));
      if (inner) {
        const path = rewritePatterns(item.items, rewriter);
        conditions.push(...path.conditions);
        result.push({ ...item, items: path.items });
      } else {
        result.push(rewriteNode(item, rewriter, conditions));
        if (isLonePath(items, index)) result.push(leaf("-[*0..0]-()", item));
      }
    } else if (isGroup(item, "[")) result.push(rewriteRelationship(item, rewriter, conditions));
    else result.push(item);
  });
  return { items: rewriteQuantifiers(result), conditions };
}

/** `p = (a)`: the engine binds no path of one node unless a relationship of no length is written. */
function isLonePath(items: readonly Item[], index: number): boolean {
  const next = items[index + 1];
  return isLeaf(items[index - 1], "=") && (next === undefined || isLeaf(next, ","));
}

function rewriteNode(node: Group, rewriter: PatternRewriter, conditions: Item[][]): Group {
  const { variable, labels, rest, where } = partsOf(node);
  const plain = isPlainLabels(labels);
  const name = variable ?? (plain && where === null ? null : leaf(rewriter.fresh(), node.items[0] ?? node));
  if (!plain && name !== null) conditions.push([leaf(labelCondition(labels, nodeCondition(name.text)), labels[0])]);
  if (where !== null) conditions.push(rewriter.expression(where));
  const kept = plain && labels.length > 0 ? [{ ...leaf(":", labels[0]), before: "" }, ...plainLabels(labels)] : [];
  return { ...node, items: [...(name === null ? [] : [name]), ...kept, ...rewriter.expression(rest)] };
}

function rewriteRelationship(relationship: Group, rewriter: PatternRewriter, conditions: Item[][]): Group {
  const { variable, labels, rest, where } = partsOf(relationship);
  const plain = isPlainTypes(labels);
  const name = variable ?? (plain && where === null ? null : leaf(rewriter.fresh(), relationship.items[0] ?? relationship));
  if (!plain && name !== null) {
    const each = isLeaf(rest[0], "*") ? rewriter.fresh() : null;
    const condition = labelCondition(labels, typeCondition(each ?? name.text));
    conditions.push([leaf(each === null ? condition : `all(${each} IN ${name.text} WHERE ${condition})`, labels[0])]);
  }
  if (where !== null) conditions.push(rewriter.expression(where));
  const kept = plain && labels.length > 0 ? [{ ...leaf(":", labels[0]), before: "" }, ...labels.map(inBackticks)] : [];
  return { ...relationship, items: [...(name === null ? [] : [name]), ...kept, ...rewriter.expression(rest)] };
}

interface Parts {
  variable: (Item & { text: string }) | null;
  labels: Item[];
  /** Length, properties. */
  rest: Item[];
  where: Item[] | null;
}

function partsOf({ items }: Group): Parts {
  const whereAt = items.findIndex((item, index) => wordOf(item) === "WHERE" && !isLeaf(items[index - 1], ":"));
  const before = whereAt < 0 ? items : items.slice(0, whereAt);
  const first = before[0];
  const variable = isName(first) ? first : null;
  const colon = variable === null ? 0 : 1;
  const hasLabels = isLeaf(before[colon], ":") || wordOf(before[colon]) === "IS";
  const length = hasLabels ? labelLength(before, colon + 1) : 0;
  const restAt = hasLabels ? colon + 1 + length : colon;
  return {
    variable,
    labels: hasLabels ? before.slice(colon + 1, restAt) : [],
    rest: before.slice(restAt),
    where: whereAt < 0 ? null : items.slice(whereAt + 1),
  };
}

/** `-[:X]->{1,3}` and `-->+` as `-[:X*1..3]->` and `-[*1..]->`. */
function rewriteQuantifiers(items: Item[]): Item[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const range = rangeOf(result[index]);
    const previous = result[index - 1];
    if (range === null || !(isLeaf(previous, ">") || isLeaf(previous, "-")) || !isGroup(result[index + 1], "(")) continue;
    const dash = isLeaf(previous, ">") ? index - 2 : index - 1;
    const bracket = result[dash - 1];
    result.splice(index, 1);
    if (isGroup(bracket, "[")) {
      const { items: inside } = bracket;
      const properties = inside.findIndex((item) => isGroup(item, "{"));
      const cut = properties < 0 ? inside.length : properties;
      result[dash - 1] = { ...bracket, items: [...inside.slice(0, cut), leaf(range, bracket), ...inside.slice(cut)] };
    } else result.splice(dash, 0, leaf(`[${range}]`, previous));
  }
  return result;
}

function rangeOf(item: Item | undefined): string | null {
  if (isLeaf(item, "+")) return "*1..";
  if (isLeaf(item, "*")) return "*0..";
  if (!isGroup(item, "{")) return null;
  const text = render(item.items).replaceAll(" ", "");
  const [, low, comma, high] = /^(\d*)(,?)(\d*)$/.exec(text) ?? [];
  if (low === undefined) return null;
  return comma === "" ? `*${low}` : `*${low || "0"}..${high}`;
}

/** The end (exclusive) of a path pattern that begins at `index` of an expression, or null: a node, then at least one relationship. */
export function patternEnd(items: readonly Item[], index: number): number | null {
  if (!isGroup(items[index], "(")) return null;
  let at = index + 1;
  let end: number | null = null;
  for (;;) {
    if (isLeaf(items[at], "<")) at += 1;
    if (!isLeaf(items[at], "-")) return end;
    at += 1;
    if (isGroup(items[at], "[")) at += 1;
    if (!isLeaf(items[at], "-")) return end;
    at += 1;
    if (isLeaf(items[at], ">")) at += 1;
    if (!isGroup(items[at], "(")) return end;
    at += 1;
    end = at;
  }
}
