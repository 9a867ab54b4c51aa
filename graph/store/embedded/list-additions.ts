import { type Item, isGroup, isLeaf, isName, leaf, render, wordOf } from "../cypher/tree.ts";

const listFunctions = new Set("KEYS LABELS NODES RANGE RELATIONSHIPS SPLIT TAIL".split(" "));
const tighter = new Set(["*", "/", "%", "^"]);
const arithmetic = new Set(["+", "-", ...tighter]);

/** Whether the operand that stands between `from` and `to` is a list for certain. */
function isList(operand: readonly Item[], lists: ReadonlySet<string>): boolean {
  const [first, second] = operand;
  if (operand.length === 1) return isGroup(first, "[") || (isName(first) && lists.has(first.text));
  return operand.length === 2 && isGroup(second, "(") && listFunctions.has(wordOf(first));
}

/**
 * Appends to lists as Neo4j does: the engine answers null when it adds to a list what is none. Reaches lists that are written as
 * such, those of some functions, and the names in `lists`; what else is added may be a list or not, which shows only when it runs.
 */
export function rewriteAdditions(
  items: readonly Item[],
  lists: ReadonlySet<string>,
  operandBefore: (items: readonly Item[]) => Item[],
): Item[] {
  const result: Item[] = [];
  const made = new Set<Item>();
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as Item;
    const left = operandBefore(result);
    const right = operandAfter(items, index + 1);
    const leftIsList = isList(left, lists) || (left.length === 1 && made.has(left[0] as Item));
    const rightIsList = isList(right, lists);
    const before = result[result.length - left.length - 1];
    const isChained = before !== undefined && !isGroup(before) && arithmetic.has(before.text);
    if (!isLeaf(item, "+") || left.length === 0 || right.length === 0 || leftIsList === rightIsList || isChained) {
      result.push(item);
      continue;
    }
    const [one, other] = [`(${render(left)})`, `(${render(right)})`];
    const appended = leftIsList ? `${one} + [${other}]` : `[${one}] + ${other}`;
    const scalar = leftIsList ? other : one;
    const sum = leaf(`CASE WHEN ${scalar} IS NULL THEN null ELSE coalesce(${one} + ${other}, ${appended}) END`, item);
    made.add(sum);
    result.splice(result.length - left.length, left.length, sum);
    index += right.length;
  }
  return result;
}

/** The operand that begins at `index`, with what multiplies or divides it. */
function operandAfter(items: readonly Item[], index: number): Item[] {
  let operand = primaryAfter(items, index);
  for (;;) {
    const operator = items[index + operand.length];
    if (operand.length === 0 || operator === undefined || isGroup(operator) || !tighter.has(operator.text)) return operand;
    operand = [...operand, operator, ...primaryAfter(items, index + operand.length + 1)];
  }
}

/** A literal, or a name or brackets with what hangs on it. */
function primaryAfter(items: readonly Item[], index: number): Item[] {
  let end = index;
  const first = items[end];
  if (first === undefined || (!isGroup(first) && (first.kind === "operator" || first.kind === "punctuation" || wordOf(first) === "CASE")))
    return [];
  end += 1;
  for (;;) {
    const item = items[end];
    if (isLeaf(item, ".")) end += 2;
    else if (isGroup(item) && (isName(items[end - 1]) || item.open.text === "[")) end += 1;
    else return items.slice(index, end);
  }
}
