import { QueryInvalid, QueryRefused } from "../store.ts";
import { nameOf, significant, type Token, tokenize } from "./lexer.ts";
import { positionAt } from "./position.ts";
import { isReadFunction, readProcedures } from "./read-only-calls.ts";

export { parametersOf, requireParameters } from "./parameters.ts";
export { positionAt } from "./position.ts";

/** Clauses that write, reach outside or change the database, wherever a clause may stand. */
const writeClauses = new Set("CREATE INSERT MERGE SET DELETE DETACH NODETACH REMOVE DROP FOREACH LOAD USE".split(" "));
/** Commands that can only begin a statement. */
const commands = new Set(
  "SHOW TERMINATE START STOP ALTER RENAME GRANT DENY REVOKE ENABLE DEALLOCATE REALLOCATE DRYRUN BEGIN COMMIT ROLLBACK CHECKPOINT SESSION EXPORT IMPORT COPY".split(
    " ",
  ),
);
const readStarts = new Set("MATCH OPTIONAL UNWIND WITH RETURN CALL FINISH".split(" "));
/** After these tokens only a name can stand. */
const beforeName = new Set([".", ":", "(", "[", ","]);
/** A Neo4j server decodes \uXXXX before it reads the query, so that these would end a string, a name or a comment early. */
const structuralEscape = /\\u+00(?:0a|0d|22|27|2a|2f|5c|60)|\\u+(?:0085|2028|2029)/i;

/**
 * Lets a query pass only if nothing in it can write, reach outside the database, or run a command. Decides by token and clause
 * position; where a word could be either, it is taken for the clause (backticks make it a name).
 * Throws QueryRefused for what is forbidden and QueryInvalid for what is no Cypher, both with the position.
 */
export function guardRead(text: string): void {
  const tokens = significant(tokenize(text));
  const refuse = (token: Token, fault: string, remedy: string): never => {
    throw new QueryRefused({ operation: "Query refused", fault, remedy, position: positionAt(text, token.offset) });
  };
  refuseBrokenText(text, tokens, refuse);
  refuseSeveralStatements(tokens, refuse);
  refuseOtherStart(text, tokens, refuse);
  tokens.forEach((token, index) => {
    if (token.kind !== "name" && token.kind !== "quoted") return;
    const word = token.kind === "name" ? token.text.toUpperCase() : "";
    if (writeClauses.has(word) && !isName(tokens, index))
      refuse(
        token,
        `${word} changes the store or reaches outside it`,
        "only reading clauses may be used; write a name like this in backticks",
      );
    if (word === "CALL" && !isName(tokens, index)) refuseProcedure(tokens, index + 1, refuse);
    if (word === "TRANSACTIONS" && closesTransactionCall(tokens, index))
      refuse(token, "CALL { … } IN TRANSACTIONS commits on its own", "leave IN TRANSACTIONS out");
    refuseFunction(tokens, index, refuse);
  });
}

type Refuse = (token: Token, fault: string, remedy: string) => never;

function refuseBrokenText(text: string, tokens: readonly Token[], refuse: Refuse): void {
  const broken = tokens.find(({ kind }) => kind === "error");
  if (broken !== undefined)
    throw new QueryInvalid({
      operation: "Query not run",
      fault:
        broken.text.length > 1 || /["'`]/.test(broken.text)
          ? `${openingOf(broken)} is not closed`
          : `the character ${JSON.stringify(broken.text)} means nothing here`,
      remedy: "correct the query at the given position",
      position: positionAt(text, broken.offset),
    });
  const escaped = tokenize(text).find((token) => token.kind !== "space" && structuralEscape.test(token.text));
  if (escaped !== undefined)
    refuse(
      escaped,
      "an escaped quote, backslash, slash or line end can hide a clause",
      "write the character itself, or pass the text as a parameter",
    );
}

const openingOf = ({ text }: Token): string =>
  text.startsWith("/*") ? "a comment" : text.startsWith("`") ? "a name in backticks" : "a string";

function refuseSeveralStatements(tokens: readonly Token[], refuse: Refuse): void {
  const end = tokens.findIndex(({ text, kind }) => kind === "punctuation" && text === ";");
  const next = end < 0 ? undefined : tokens[end + 1];
  if (next !== undefined) refuse(next, "a second statement follows the semicolon", "send one statement at a time");
}

/** Skips EXPLAIN, PROFILE and CYPHER with its version and options, then wants a clause that reads. */
function refuseOtherStart(text: string, tokens: readonly Token[], refuse: Refuse): void {
  let index = 0;
  const word = (at: number): string => (tokens[at]?.kind === "name" ? (tokens[at]?.text.toUpperCase() ?? "") : "");
  for (;;) {
    if (word(index) === "EXPLAIN" || word(index) === "PROFILE") index += 1;
    else if (word(index) === "CYPHER") {
      index += tokens[index + 1]?.kind === "number" ? 2 : 1;
      while (tokens[index + 1]?.text === "=") index += 3;
    } else break;
  }
  const first = tokens[index];
  if (first !== undefined && readStarts.has(word(index))) return;
  if (first !== undefined && (commands.has(word(index)) || writeClauses.has(word(index))))
    refuse(first, `${word(index)} does not read`, "begin with MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN or CALL");
  throw new QueryInvalid({
    operation: "Query not run",
    fault: first === undefined || first.text === ";" ? "the query is empty" : `no clause begins with ${first.text}`,
    remedy: "begin with MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN or CALL",
    position: positionAt(text, first?.offset ?? 0),
  });
}

/**
 * Whether the word at `index` can only be a name. Keywords may be variables in Cypher (`WITH 1 AS not WITH not CREATE (:A)`),
 * and some operators end an expression (`(n)-->+`, `:%`, `LIST<ANY>`, `INTEGER!`), so after a word or an operator what follows decides.
 */
function isName(tokens: readonly Token[], index: number): boolean {
  const [previous, next] = [tokens[index - 1], tokens[index + 1]];
  if (previous === undefined) return false;
  if (/^load$/i.test(tokens[index]?.text ?? "")) return !/^csv$/i.test(next?.text ?? "");
  if (previous.kind === "punctuation" && beforeName.has(previous.text)) return true;
  if (previous.text.toUpperCase() === "AS" && endsOperand(tokens, index - 2)) return true;
  if (previous.text === "{") return next?.text === ":" || next?.text === "," || next?.text === "}";
  if (previous.kind !== "name" && previous.kind !== "operator") return false;
  if (next === undefined || next.kind === "operator") return true;
  return next.kind === "punctuation" && !["(", "[", "{", ":", "$"].includes(next.text);
}

/** Whether an expression certainly ends here, so that an AS after it cannot be a variable. */
function endsOperand(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (token.kind === "punctuation") return [")", "]", "}"].includes(token.text);
  if (token.kind === "name") return tokens[index - 1]?.text === ".";
  return token.kind !== "operator";
}

/** The dotted name that starts at `index`, and the index after it. */
function dottedName(tokens: readonly Token[], index: number): { name: string; end: number; parts: number } {
  const parts: string[] = [];
  let end = index;
  for (let token = tokens[end]; token?.kind === "name" || token?.kind === "quoted"; token = tokens[end]) {
    parts.push(nameOf(token));
    if (tokens[end + 1]?.text !== ".") return { name: parts.join("."), end: end + 1, parts: parts.length };
    end += 2;
  }
  return { name: parts.join("."), end, parts: parts.length };
}

function refuseProcedure(tokens: readonly Token[], index: number, refuse: Refuse): void {
  const first = tokens[index];
  if (first === undefined || first.text === "{" || first.text === "(") return;
  const { name } = dottedName(tokens, index);
  if (!readProcedures.has(name))
    refuse(
      first,
      `the procedure ${name || first.text} is not on the list of those that only read`,
      `use one of ${[...readProcedures].join(", ")}`,
    );
}

function refuseFunction(tokens: readonly Token[], index: number, refuse: Refuse): void {
  const token = tokens[index];
  if (token === undefined || tokens[index - 1]?.text === ".") return;
  const { name, end, parts } = dottedName(tokens, index);
  if (parts < 2 && !name.includes(".")) return;
  if (tokens[end]?.text !== "(" || tokens[end]?.kind !== "punctuation") return;
  if (tokens[index - 1]?.text.toUpperCase() === "CALL" && readProcedures.has(name)) return;
  if (!isReadFunction(name))
    refuse(token, `the function ${name} is not on the list of those that stay inside the query`, "use Cypher's own functions");
}

function closesTransactionCall(tokens: readonly Token[], index: number): boolean {
  const from = Math.max(0, index - 5);
  const before = tokens.slice(from, index);
  return before.some(({ text }, at) => text === "}" && before[at + 1]?.text.toUpperCase() === "IN");
}
