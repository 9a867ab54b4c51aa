import { isOperandPosition } from "../cypher/clauses.ts";
import { type Group, type Item, isGroup, isLeaf, isName, type Leaf, leaf, render, splitOn, wordOf } from "../cypher/tree.ts";
import { inBackticks, isPlainLabels, labelCondition, labelLength, nodeCondition, plainLabels, typeCondition } from "./label-expressions.ts";
import { rewriteAdditions } from "./list-additions.ts";
import { type PatternRewriter, patternEnd, rewritePatterns } from "./patterns.ts";

export interface ExpressionContext {
  fresh(): string;
  /** Variables that hold lists for certain. */
  lists: ReadonlySet<string>;
  /** Whether a variable stands for a relationship. */
  isEdge(variable: string): boolean;
  /** Whether the query gives this name as an alias. */
  isAlias(name: string): boolean;
  /**
   * Throws QueryInvalid for an expression that gives a relationship (or, where `nodes` is set, any entity) in a way that the engine
   * forgets what it is, so that a use of it would be answered wrongly.
   */
  refuseLossy(items: readonly Item[], nodes: boolean): void;
  /** Rewrites a whole query in braces. */
  query(items: readonly Item[]): Item[];
  /** Throws QueryInvalid: the engine would answer wrongly or not at all. */
  unsupported(what: string, instead: string, near: Item | undefined): never;
}

/** Words that the engine does not take for a name without backticks. */
export const reserved = new Set(
  "ALL AND ANY AS ASC BY CASE CONTAINS COUNT CREATE DELETE DESC DETACH DISTINCT ELSE END ENDS EXISTS FALSE FOREACH IN IS LIMIT MATCH MERGE NONE NOT NULL ON OPTIONAL OR ORDER REMOVE RETURN SET SINGLE SKIP STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR".split(
    " ",
  ),
);

/** Rewrites an expression or a list of them, without aliases, into the engine's dialect. */
export function rewriteExpression(items: readonly Item[], context: ExpressionContext): Item[] {
  const rewriter: PatternRewriter = { fresh: context.fresh, expression: (inner) => rewriteExpression(inner, context) };
  const result: Item[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as Item;
    const end = isOperandPosition(items, index) || result.length === 0 || isConnective(items[index - 1]) ? patternEnd(items, index) : null;
    if (end !== null) {
      result.push(...patternPredicate(items.slice(index, end), rewriter));
      index = end - 1;
      continue;
    }
    if (isGroup(item)) {
      result.push(...rewriteGroup(item, items, index, result, context, rewriter));
      continue;
    }
    const labels = isLabelTest(items, index) ? labelLength(items, index + 1) : 0;
    if (labels > 0) {
      const expression = items.slice(index + 1, index + 1 + labels);
      const variable = result.at(-1) as Leaf;
      if (context.isEdge(variable.text)) result.splice(-1, 1, leaf(labelCondition(expression, typeCondition(variable.text)), variable));
      else if (isPlainLabels(expression)) result.push(item, ...plainLabels(expression));
      else result.splice(-1, 1, leaf(labelCondition(expression, nodeCondition(variable.text)), variable));
      index += labels;
      continue;
    }
    result.push(rewriteLeaf(item, items, index, context));
  }
  return rewriteAdditions(rewriteCalls(result, context), context.lists, operandBefore);
}

const isConnective = (item: Item | undefined): boolean =>
  ["AND", "OR", "XOR", "NOT", "WHERE", "WHEN", "THEN", "ELSE", "AS"].includes(wordOf(item));

/** `n:Label` in an expression: a colon after a variable that is not a map's key. */
function isLabelTest(items: readonly Item[], index: number): boolean {
  const variable = items[index - 1];
  if (!isLeaf(items[index], ":") || !isName(variable)) return false;
  return !isLeaf(items[index - 2], ".");
}

function rewriteLeaf(item: Leaf, items: readonly Item[], index: number, context: ExpressionContext): Leaf {
  if (item.kind === "number") return { ...item, text: item.text.replaceAll("_", "") };
  if (item.kind !== "name" || !reserved.has(item.text.toUpperCase())) return item;
  const isProperty = isLeaf(items[index - 1], ".");
  const isVariable = context.isAlias(item.text) && isOperandPosition(items, index) && !isGroup(items[index + 1], "(");
  return isProperty || isVariable ? { ...item, text: `\`${item.text}\`` } : item;
}

function patternPredicate(pattern: readonly Item[], rewriter: PatternRewriter): Item[] {
  const { items, conditions } = rewritePatterns(pattern, rewriter);
  if (conditions.length === 0) return items;
  return [leaf("EXISTS { MATCH", pattern[0]), ...items, leaf("WHERE", pattern[0]), ...conjunction(conditions), leaf("}", pattern.at(-1))];
}

/** `(a) AND (b)`; a single one without brackets when alone. */
export const conjunction = (conditions: readonly (readonly Item[])[]): Item[] =>
  conditions.flatMap((condition, index) => [
    ...(index > 0 ? [leaf("AND", condition[0])] : []),
    leaf("(", condition[0]),
    ...condition,
    leaf(")", condition.at(-1)),
  ]);

function rewriteGroup(
  item: Group,
  items: readonly Item[],
  index: number,
  done: Item[],
  context: ExpressionContext,
  rewriter: PatternRewriter,
): Item[] {
  const word = wordOf(items[index - 1]);
  const before = items[index - 1];
  if (item.open.text === "{") {
    if (word === "EXISTS" || word === "COUNT") return [{ ...item, items: subquery(item, word, context, rewriter) }];
    if (word === "COLLECT") {
      done.pop();
      return [collected(item, context, rewriter)];
    }
    return [{ ...item, items: rewriteMap(item, context) }];
  }
  if (item.open.text === "[") {
    const isIndex =
      before !== undefined && !isOperandPosition(items, index) && (isGroup(before) || before.kind !== "operator") && !isKeyword(before);
    if (isIndex) return [rewriteSlice(item, done, context)];
    return [{ ...item, items: rewriteComprehension(item, context, rewriter) }];
  }
  if (word === "REDUCE") return [{ ...item, items: rewriteReduce(item, context) }];
  if (word === "SIZE" && patternEnd(item.items, 0) === item.items.length) {
    done.pop();
    return [leaf("COUNT {", item), ...rewriteExpression(item.items, context), leaf("}", item)];
  }
  if (word === "EXISTS" && patternEnd(item.items, 0) === item.items.length) {
    done.pop();
    const { items: pattern, conditions } = rewritePatterns(item.items, rewriter);
    const where = conditions.length === 0 ? [] : [leaf("WHERE", item), ...conjunction(conditions)];
    return [leaf("EXISTS { MATCH", item), ...pattern, ...where, leaf("}", item)];
  }
  return [{ ...item, items: rewriteExpression(item.items, context) }];
}

/** A map, or a projection of one: keys stand before a colon, which is not that of a label. */
function rewriteMap({ items }: Group, context: ExpressionContext): Item[] {
  return splitOn(items, ",").flatMap((part, index) => {
    const separator = index === 0 ? [] : [{ ...leaf(",", part[0]), before: "" }];
    const [key, colon, ...value] = part;
    if (!isName(key) || !isLeaf(colon, ":")) return [...separator, ...rewriteExpression(part, context)];
    context.refuseLossy(value, true);
    return [...separator, inBackticks(key), colon, ...rewriteExpression(value, context)];
  });
}

const isKeyword = (item: Item): boolean => reserved.has(wordOf(item)) && wordOf(item) !== "END";

/** The inside of EXISTS { } or COUNT { }: the engine wants MATCH … WHERE, or a bare pattern, and no RETURN. */
function subquery(braces: Group, word: string, context: ExpressionContext, rewriter: PatternRewriter): Item[] {
  const { items } = braces;
  if (wordOf(items[0]) !== "MATCH") {
    const at = items.findIndex((item) => wordOf(item) === "WHERE");
    const pattern = rewritePatterns(at < 0 ? items : items.slice(0, at), rewriter);
    const conditions = at < 0 ? pattern.conditions : [...pattern.conditions, rewriteExpression(items.slice(at + 1), context)];
    if (at < 0 && conditions.length === 0) return pattern.items;
    return [leaf("MATCH", braces), ...pattern.items, leaf("WHERE", braces), ...conjunction(conditions)];
  }
  const at = items.findIndex((item, index) => wordOf(item) === "RETURN" && !isOperandPosition(items, index));
  if (at < 0) return context.query(items);
  const tail = items.slice(at + 1).map(wordOf);
  const counts = tail.includes("DISTINCT") || tail.includes("LIMIT") || tail.includes("SKIP");
  if (word === "COUNT" && counts)
    context.unsupported("RETURN with DISTINCT, SKIP or LIMIT in COUNT { }", "use a CALL { } subquery", items[at]);
  return context.query(items.slice(0, at));
}

/** COLLECT { MATCH pattern WHERE … RETURN expression } as a pattern comprehension. */
function collected(braces: Group, context: ExpressionContext, rewriter: PatternRewriter): Group {
  const { items } = braces;
  const at = items.findIndex((item) => wordOf(item) === "RETURN");
  const whereAt = items.findIndex((item) => wordOf(item) === "WHERE");
  const pattern = items.slice(1, whereAt < 0 ? at : whereAt);
  const tail = items.slice(at + 1);
  const simple =
    wordOf(items[0]) === "MATCH" &&
    patternEnd(pattern, 0) === pattern.length &&
    !items.slice(1).some((item) => ["MATCH", "WITH", "UNWIND", "CALL", "UNION"].includes(wordOf(item))) &&
    !tail.some((item) => ["DISTINCT", "ORDER", "SKIP", "LIMIT"].includes(wordOf(item)));
  if (at < 0 || !simple)
    context.unsupported("COLLECT { } beyond one MATCH, WHERE and RETURN", "use a CALL { } subquery that collects", braces);
  const alias = tail.findIndex((item) => wordOf(item) === "AS");
  const value = alias < 0 ? tail : tail.slice(0, alias);
  const where = whereAt < 0 ? [] : [leaf("WHERE", braces), ...items.slice(whereAt + 1, at)];
  const bracket: Group = { open: leaf("[", braces), items: [...pattern, ...where, leaf("|", braces), ...value], close: leaf("]", braces) };
  return { ...bracket, items: rewriteComprehension(bracket, context, rewriter) };
}

/** A list, a list comprehension, or a pattern comprehension, whose pattern may need conditions. */
function rewriteComprehension({ items }: Group, context: ExpressionContext, rewriter: PatternRewriter): Item[] {
  const start = isLeaf(items[1], "=") ? 2 : 0;
  const end = patternEnd(items, start);
  const next = end === null ? undefined : items[end];
  if (end === null || !(isLeaf(next, "|") || wordOf(next) === "WHERE")) {
    if (wordOf(items[1]) === "IN") context.refuseLossy(items.slice(2, comprehensionEnd(items)), false);
    return rewriteExpression(items, context);
  }
  const { items: pattern, conditions } = rewritePatterns(items.slice(0, end), rewriter);
  const bar = items.findIndex((item, index) => index >= end && isLeaf(item, "|"));
  const own = wordOf(next) === "WHERE" ? [rewriteExpression(items.slice(end + 1, bar), context)] : [];
  const all = [...conditions, ...own];
  const where = all.length === 0 ? [] : [leaf("WHERE", next), ...conjunction(all)];
  return [...pattern, ...where, items[bar] as Item, ...rewriteExpression(items.slice(bar + 1), context)];
}

/** `reduce(sum = [], x IN list | sum + x)`: in the expression, `sum` is known to be a list. */
function rewriteReduce({ items }: Group, context: ExpressionContext): Item[] {
  const bar = items.findIndex((item) => isLeaf(item, "|"));
  const [accumulator, , start, comma] = items;
  const isList = isName(accumulator) && isGroup(start, "[") && isLeaf(comma, ",");
  const inner = isList ? { ...context, lists: new Set([...context.lists, accumulator.text]) } : context;
  return [
    ...rewriteExpression(items.slice(0, bar), context),
    ...items.slice(bar, bar + 1),
    ...rewriteExpression(items.slice(bar + 1), inner),
  ];
}

/** Where the list of `x IN list WHERE … | …` ends. */
export function comprehensionEnd(items: readonly Item[]): number {
  const end = items.findIndex((item) => isLeaf(item, "|") || wordOf(item) === "WHERE");
  return end < 0 ? items.length : end;
}

/** Bounds of a slice that may be negative count from the end, which the engine does not know. */
function rewriteSlice(bracket: Group, done: Item[], context: ExpressionContext): Group {
  const at = bracket.items.findIndex((item) => isLeaf(item, ".."));
  if (at < 0) return { ...bracket, items: rewriteExpression(bracket.items, context) };
  const list = render(operandBefore(done));
  const bound = (items: readonly Item[]): Item[] => {
    const [only] = items;
    if (only === undefined || (items.length === 1 && "kind" in only && only.kind === "number")) return [...items];
    const value = render(rewriteExpression(items, context));
    const fromEnd = `size(${list}) + (${value})`;
    return [leaf(`CASE WHEN (${value}) >= 0 THEN (${value}) WHEN ${fromEnd} > 0 THEN ${fromEnd} ELSE 0 END`, only)];
  };
  const marker = { ...(bracket.items[at] as Leaf), before: " " };
  return { ...bracket, items: [...bound(bracket.items.slice(0, at)), marker, ...bound(bracket.items.slice(at + 1))] };
}

/** The operand that ends `items`: a name or brackets with their properties, indexes and function name. */
function operandBefore(items: readonly Item[]): Item[] {
  let at = items.length - 1;
  for (;;) {
    const item = items[at];
    const previous = items[at - 1];
    if (isGroup(item) && (isName(previous) || isGroup(previous, "[") || isGroup(previous, "(")) && !isKeyword(previous as Item)) at -= 1;
    else if (isLeaf(previous, ".")) at -= 2;
    else return items.slice(Math.max(0, at));
  }
}

/** Functions that the engine lacks or computes otherwise. */
function rewriteCalls(items: readonly Item[], context: ExpressionContext): Item[] {
  const result: Item[] = [];
  items.forEach((item, index) => {
    const name = items[index - 1];
    const word = isLeaf(items[index - 2], ".") ? "" : wordOf(name);
    if (!isGroup(item, "(") || word === "") {
      result.push(item);
      return;
    }
    const inside = render(item.items);
    const commas = item.items.filter((inner) => isLeaf(inner, ",")).length;
    const replace = (text: string): void => {
      result.splice(-1, 1, leaf(text, name));
    };
    if (word === "ISEMPTY") replace(`(size(${inside}) = 0)`);
    else if (word === "TOSTRINGORNULL") replace(`toString(${inside})`);
    else if (word === "ROUND" && commas === 1) {
      const [value, digits] = splitOnce(item.items);
      replace(`(round((${value}) * 10.0 ^ (${digits})) / 10.0 ^ (${digits}))`);
    } else if (word === "SUM") replace(`coalesce(sum(${inside}), 0)`);
    else if (word === "PERCENTILEDISC" && !/, ?(?:0|0\.0|0?\.5|1|1\.0)$/.test(inside))
      context.unsupported(
        "percentileDisc (the embedded engine would give another value)",
        "use percentileCont, or sort, collect and index",
        name,
      );
    else result.push(item);
  });
  return result;
}

function splitOnce(items: readonly Item[]): [string, string] {
  const comma = items.findIndex((item) => isLeaf(item, ","));
  return [render(items.slice(0, comma)), render(items.slice(comma + 1))];
}
