/**
 * Cypher as tokens. The lexer knows no grammar: a keyword is a `name` like any other, and whoever reads the tokens decides by
 * its position what it is. Joined, the texts of all tokens give the input back.
 */
export type TokenKind =
  | "space"
  | "comment"
  /** Quoted by ' or ", escapes untouched. */
  | "string"
  /** A bare word: keyword, variable, label, function, property. */
  | "name"
  /** A name in backticks, which are part of the text. */
  | "quoted"
  /** `$name`, `$1` or `` $`any name` ``; a `$` that stands alone is punctuation. */
  | "parameter"
  | "number"
  | "operator"
  | "punctuation"
  /** What no Cypher can hold: an open string, comment or backtick, or a stray character. */
  | "error";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** From 0, in UTF-16 code units. */
  readonly offset: number;
}

/** Neo4j takes these for white space although JavaScript's `\s` does not, and the other way round for U+FEFF. */
const space = String.raw`(?:(?!\uFEFF)\s|[\u001C-\u001F\u0085\u180E])+`;
const nameStart = String.raw`[\p{ID_Start}\p{Pc}]`;
const namePart = String.raw`[\p{ID_Continue}\p{Pc}\p{Sc}]`;
const name = `${nameStart}${namePart}*`;
const backticked = "`(?:[^`]|``)*`";
const number = String.raw`0[xX][0-9a-fA-F_]+|0o[0-7_]+|(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?`;
/** Neo4j reads these as - < > in patterns. */
const dashes = "\u00AD\u2010-\u2015\u2212\uFE58\uFE63\uFF0D";
const arrowHeads = "\u27E8\u3008\uFE64\uFF1C\u27E9\u3009\uFE65\uFF1E";

const rules: readonly (readonly [TokenKind, string])[] = [
  ["space", space],
  ["comment", String.raw`\/\/[^\n\r]*|\/\*[^]*?\*\/`],
  ["error", String.raw`\/\*[^]*`],
  ["string", String.raw`'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"`],
  ["quoted", backticked],
  ["error", "['\"`][^]*"],
  ["parameter", String.raw`\$(?:${name}|\d+|${backticked})`],
  ["name", name],
  ["operator", String.raw`\.\.|<>|<=|>=|=~|\+=|\|\|`],
  ["number", number],
  ["operator", `[-+*/%^=<>|&!?~${dashes}${arrowHeads}]`],
  ["punctuation", String.raw`[()[\]{},;:.$]`],
  ["error", "[^]"],
];

const matcher = new RegExp(rules.map(([, source]) => `(${source})`).join("|"), "uy");

/** Every token of `text`, in order and without gaps; never throws. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  matcher.lastIndex = 0;
  while (matcher.lastIndex < text.length) {
    const offset = matcher.lastIndex;
    const match = matcher.exec(text);
    if (match === null) throw new Error(`The lexer has no rule for offset ${offset}; the last rule takes any character`);
    const rule = match.slice(1).findIndex((group) => group !== undefined);
    tokens.push({ kind: rules[rule]?.[0] ?? "error", text: match[0], offset });
  }
  return tokens;
}

/** Tokens that mean something: all but white space and comments. */
export const significant = (tokens: readonly Token[]): Token[] => tokens.filter(({ kind }) => kind !== "space" && kind !== "comment");

/** The name that a `name`, `quoted` or `parameter` token stands for, without backticks and dollar. */
export function nameOf({ text }: Token): string {
  const bare = text.startsWith("$") ? text.slice(1) : text;
  return bare.startsWith("`") ? bare.slice(1, -1).replaceAll("``", "`") : bare;
}
