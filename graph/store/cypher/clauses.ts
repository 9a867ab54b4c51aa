import { type Item, isGroup, wordOf } from "./tree.ts";

export interface Clause {
  /** `MATCH`, `OPTIONAL MATCH`, `ORDER BY`, `WHERE`, …; "" for what stands before the first keyword. */
  keyword: string;
  head: Item[];
  body: Item[];
}

const starts = new Set(
  "MATCH OPTIONAL WITH RETURN UNWIND CALL UNION CREATE INSERT MERGE SET DELETE DETACH REMOVE FOREACH ON FINISH WHERE ORDER SKIP OFFSET LIMIT YIELD".split(
    " ",
  ),
);
const second: Record<string, readonly string[]> = {
  OPTIONAL: ["MATCH", "CALL"],
  ORDER: ["BY"],
  DETACH: ["DELETE"],
  ON: ["CREATE", "MATCH"],
  UNION: ["ALL", "DISTINCT"],
};
/** Words after which an expression begins, so that a keyword there is a name. */
const beforeOperand = new Set(
  "RETURN WITH DISTINCT BY WHERE AND OR XOR NOT AS UNWIND IN CASE WHEN THEN ELSE SKIP LIMIT OFFSET CONTAINS YIELD SET DELETE REMOVE".split(
    " ",
  ),
);

/** Whether an expression begins at `index`, so that a word there is a name or a function. */
export function isOperandPosition(items: readonly Item[], index: number): boolean {
  const previous = items[index - 1];
  if (previous === undefined) return true;
  if (isGroup(previous)) return false;
  if (previous.kind === "operator") return previous.text !== "*" || !isStar(items, index - 1);
  if (previous.kind === "punctuation") return previous.text === "," || previous.text === ":";
  return (
    beforeOperand.has(wordOf(previous)) &&
    !(items[index - 2] !== undefined && "kind" in (items[index - 2] as Item) && (items[index - 2] as { text: string }).text === ".")
  );
}

/** The `*` of `RETURN *`, not that of a product. */
const isStar = (items: readonly Item[], index: number): boolean => {
  const word = wordOf(items[index - 1]);
  return word === "WITH" || word === "RETURN" || word === "DISTINCT" || word === "YIELD";
};

function startsClause(items: readonly Item[], index: number): boolean {
  const word = wordOf(items[index]);
  if (!starts.has(word)) return false;
  const previous = items[index - 1];
  if (previous === undefined) return true;
  const previousText = "kind" in previous ? previous.text : "";
  if (previousText === "." || previousText === ":" || previousText === "$") return false;
  if (word === "WITH" && ["STARTS", "ENDS"].includes(wordOf(previous))) return false;
  if (word === "ON" && !["CREATE", "MATCH"].includes(wordOf(items[index + 1]))) return false;
  return index === 0 || !isOperandPosition(items, index);
}

/** Cuts a query at its clauses; brackets stay whole. Joined, the clauses give the items back. */
export function clausesOf(items: readonly Item[]): Clause[] {
  const clauses: Clause[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as Item;
    if (startsClause(items, index)) {
      const next = items[index + 1] as Item;
      const pair = second[wordOf(item)]?.includes(wordOf(next));
      clauses.push({ keyword: pair ? `${wordOf(item)} ${wordOf(next)}` : wordOf(item), head: pair ? [item, next] : [item], body: [] });
      if (pair) index += 1;
    } else {
      if (clauses.length === 0) clauses.push({ keyword: "", head: [], body: [] });
      clauses.at(-1)?.body.push(item);
    }
  }
  return clauses;
}

export const joinClauses = (clauses: readonly Clause[]): Item[] => clauses.flatMap(({ head, body }) => [...head, ...body]);
