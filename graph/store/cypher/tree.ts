import { QueryInvalid } from "../store.ts";
import { significant, type Token, tokenize } from "./lexer.ts";
import { positionAt } from "./position.ts";

/** A token, with the white space to write before it. */
export interface Leaf extends Token {
  readonly before: string;
}
/** What stands between a pair of brackets. */
export interface Group {
  readonly open: Leaf;
  readonly items: Item[];
  readonly close: Leaf;
}
export type Item = Leaf | Group;

export const isGroup = (item: Item | undefined, bracket?: "(" | "[" | "{"): item is Group =>
  item !== undefined && "items" in item && (bracket === undefined || item.open.text === bracket);
export const isLeaf = (item: Item | undefined, text: string): item is Leaf => item !== undefined && "kind" in item && item.text === text;
export const isName = (item: Item | undefined): item is Leaf =>
  item !== undefined && "kind" in item && (item.kind === "name" || item.kind === "quoted");
/** The upper-case word of a bare name, else "". */
export const wordOf = (item: Item | undefined): string =>
  item !== undefined && "kind" in item && item.kind === "name" ? item.text.toUpperCase() : "";
export const offsetOf = (item: Item | undefined): number => (item === undefined ? 0 : "kind" in item ? item.offset : item.open.offset);

/** New text at the place of `near`. */
export const leaf = (text: string, near: Item | undefined): Leaf => ({ kind: "name", text, offset: offsetOf(near), before: " " });
export const group = (bracket: "(" | "[" | "{", items: Item[], near: Item | undefined): Group => ({
  open: leaf(bracket, near),
  items,
  close: leaf({ "(": ")", "[": "]", "{": "}" }[bracket], near),
});

const closing: Record<string, string> = { "(": ")", "[": "]", "{": "}" };

/** Reads a query into nested brackets. Comments become white space. Throws QueryInvalid when brackets do not match. */
export function parseTree(text: string): Item[] {
  const leaves = significant(tokenize(text)).map(
    (token, index, all): Leaf => ({
      ...token,
      before: token.offset > (all[index - 1]?.offset ?? 0) + (all[index - 1]?.text.length ?? 0) ? " " : "",
    }),
  );
  let at = 0;
  const level = (open: Leaf | null): Item[] => {
    const items: Item[] = [];
    for (let token = leaves[at]; token !== undefined; token = leaves[at]) {
      at += 1;
      if (token.kind === "punctuation" && closing[token.text] !== undefined) {
        const inside = level(token);
        const close = leaves[at++];
        if (close === undefined || close.text !== closing[token.text]) throw unbalanced(text, token, close);
        items.push({ open: token, items: inside, close });
      } else if (token.kind === "punctuation" && ")]}".includes(token.text)) {
        at -= 1;
        if (open === null) throw unbalanced(text, token, undefined);
        return items;
      } else items.push(token);
    }
    return items;
  };
  return level(null);
}

const unbalanced = (text: string, token: Token, other: Token | undefined): QueryInvalid =>
  new QueryInvalid({
    operation: "Query not run",
    fault: other === undefined ? `the bracket ${token.text} has no partner` : `${token.text} is closed by ${other.text}`,
    remedy: "close every bracket",
    position: positionAt(text, token.offset),
  });

/** All leaves in order, brackets among them. */
export function* leavesOf(items: readonly Item[]): Generator<Leaf> {
  for (const item of items) {
    if ("kind" in item) yield item;
    else {
      yield item.open;
      yield* leavesOf(item.items);
      yield item.close;
    }
  }
}

export const render = (items: readonly Item[]): string =>
  [...leavesOf(items)]
    .map(({ before, text }) => before + text)
    .join("")
    .trim();

export function splitOn(items: readonly Item[], text: string): Item[][] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (isLeaf(item, text)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}
