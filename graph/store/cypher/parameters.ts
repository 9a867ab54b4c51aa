import { QueryInvalid } from "../store.ts";
import { nameOf, significant, type Token, tokenize } from "./lexer.ts";
import { positionAt } from "./position.ts";

/** `$any(…)` and `$all(…)` in a label expression are not parameters. */
const isDynamicLabel = (token: Token, next: Token | undefined): boolean => /^\$(any|all)$/i.test(token.text) && next?.text === "(";

function parameterTokens(text: string): Token[] {
  const tokens = significant(tokenize(text));
  return tokens.filter((token, index) => {
    if (token.kind === "parameter") return !isDynamicLabel(token, tokens[index + 1]);
    const spaced = tokens[index - 1]?.text === "$" && (token.kind === "name" || token.kind === "quoted");
    return spaced;
  });
}

/** Names of the parameters that a query uses, each once, in order of first use. */
export const parametersOf = (text: string): string[] => [...new Set(parameterTokens(text).map(nameOf))];

/** Throws QueryInvalid, with the place, when the query uses a parameter that is not given. */
export function requireParameters(text: string, parameters: Readonly<Record<string, unknown>>): void {
  const missing = parameterTokens(text).find((token) => parameters[nameOf(token)] === undefined);
  if (missing === undefined) return;
  const name = nameOf(missing);
  throw new QueryInvalid({
    operation: "Query not run",
    fault: `the parameter $${name} is not given`,
    remedy: `pass a value for ${name} (null is one)`,
    position: positionAt(text, missing.offset),
  });
}
