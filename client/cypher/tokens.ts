export type TokenKind = "keyword" | "label" | "relation" | "string" | "number" | "parameter" | "function" | "variable" | "comment" | "text";

export interface Token {
  kind: TokenKind;
  text: string;
  start: number;
}

const keywords = new Set(
  (
    "all and any as asc ascending by call case contains desc descending detach distinct else end ends exists explain false foreach if in is limit load match " +
    "merge no none not null nulls offset on optional or order profile remove return set single skip starts then true union unwind use using when where with xor yield create delete"
  ).split(" "),
);

const pattern =
  /(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:\\.|[^'\\])*(?:'|$)|"(?:\\.|[^"\\])*(?:"|$))|(\$[\p{L}_][\p{L}\p{N}_]*)|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*|`[^`]*`)|(\s+)|([\s\S])/gu;

/**
 * Cypher in coloured pieces; joined, they give the text back. Knows what CodeMirror's own mode does not tell apart: labels from relation
 * types (by the bracket they stand in), parameters, and the variables that a query binds.
 */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  const brackets: string[] = [];
  let afterColon = false;
  let afterDot = false;
  for (const match of query.matchAll(pattern)) {
    const [text, comment, string, parameter, number, word, space] = match;
    const start = match.index;
    if (space !== undefined) {
      tokens.push({ kind: "text", text, start });
      continue;
    }
    let kind: TokenKind = "text";
    if (comment !== undefined) kind = "comment";
    else if (string !== undefined) kind = "string";
    else if (parameter !== undefined) kind = "parameter";
    else if (number !== undefined) kind = "number";
    else if (word !== undefined) {
      const next = query.slice(start + text.length).trimStart()[0];
      const inMap = brackets.at(-1) === "{";
      if (afterColon && !inMap) kind = brackets.at(-1) === "[" ? "relation" : "label";
      else if (afterDot) kind = "text";
      else if (keywords.has(text.toLowerCase()) && !(inMap && next === ":")) kind = "keyword";
      else if (next === "(" && brackets.at(-1) !== "[") kind = "function";
      else if (!(inMap && next === ":")) kind = "variable";
    } else {
      if (text === "(" || text === "[" || text === "{") brackets.push(text);
      if (text === ")" || text === "]" || text === "}") brackets.pop();
    }
    tokens.push({ kind, text, start });
    afterColon = text === ":" || ((text === "|" || text === "&" || text === "!") && afterColonList(tokens));
    afterDot = text === ".";
  }
  return tokens;
}

/** Whether a `|` or `&` stands between labels or relation types. */
const afterColonList = (tokens: readonly Token[]): boolean => {
  const before = tokens.slice(0, -1).findLast((token) => token.text.trim() !== "");
  return before?.kind === "label" || before?.kind === "relation" || before?.text === ":";
};
