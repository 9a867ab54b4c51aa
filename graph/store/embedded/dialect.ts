import { type Clause, clausesOf, isOperandPosition, joinClauses } from "../cypher/clauses.ts";
import { nameOf } from "../cypher/lexer.ts";
import { positionAt } from "../cypher/position.ts";
import { type Item, isGroup, isLeaf, type Leaf, leaf, leavesOf, offsetOf, parseTree, render, splitOn, wordOf } from "../cypher/tree.ts";
import { QueryInvalid } from "../store.ts";
import { type EntityKind, entityColumns, kindOf, losesKind, variableKinds } from "./entity-columns.ts";
import { conjunction, type ExpressionContext, reserved, rewriteExpression } from "./expressions.ts";
import { hopsApart } from "./hops.ts";
import { plainLabels } from "./label-expressions.ts";
import { rewritePatterns } from "./patterns.ts";

export interface Translation {
  /** In the engine's dialect. */
  readonly text: string;
  readonly mode: "run" | "explain";
  /** Takes the number of rows asked for; null where the query ends in no RETURN that a limit could follow. */
  readonly limitParameter: string | null;
  /** Bounds of SKIP and LIMIT that the engine does not compute there: evaluate each first, and pass it under its name. */
  readonly computed: readonly { parameter: string; expression: string }[];
  /** Columns that can hold nodes or relationships: the engine gives a bare key for some expressions that do. */
  readonly entities: readonly (EntityKind | null)[];
  /** Parameters whose names the engine does not take, by the names that it is given. */
  readonly renamed: Readonly<Record<string, string>>;
  /** To be thrown once the engine has found no other fault: it answers a query without RETURN with bare keys. */
  readonly openEnd: QueryInvalid | null;
  /** Offset in the query as given, for a line and column (from 1) of `text`. */
  sourceOffset(line: number, column: number): number;
}

interface Options {
  /** Adds a LIMIT to the last RETURN that has none. */
  limited: boolean;
  /** Makes each hop of what is matched a pattern of its own. */
  apart?: boolean;
}

const cacheSize = 1000;
const cache = new Map<string, Translation>();
const limitParameter = "__rows";

/** Neo4j's Cypher in the dialect of the engine. Throws QueryInvalid for what the engine would answer wrongly. */
export function translate(text: string, { limited, apart = false }: Options): Translation {
  const key = `${limited ? "1" : "0"}${apart ? "1" : "0"}${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const translation = translateAnew(text, { limited, apart });
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value ?? "");
  cache.set(key, translation);
  return translation;
}

function translateAnew(text: string, { limited, apart }: Required<Options>): Translation {
  const renamed: Record<string, string> = {};
  const given = withoutPrefix(parseTree(text).filter((item) => !isLeaf(item, ";")));
  const { mode } = given;
  const items = renameParameters(given.items, renamed);
  const kinds = variableKinds(items);
  const used = new Set([...leavesOf(items)].map((token) => token.text));
  const computed: { parameter: string; expression: string }[] = [];
  const aliases = aliasesOf([...leavesOf(items)]);
  let number = 0;
  let introduced = false;
  const context: Context = {
    fresh: () => {
      introduced = true;
      do number += 1;
      while (used.has(`_v${number}`));
      return `_v${number}`;
    },
    refuseLossy: (inner, nodes) => {
      const kind = kindOf(inner, kinds);
      if (kind === null || (kind === "node" && !nodes) || !losesKind(inner)) return;
      context.unsupported(
        "an expression that chooses among entities and is used further",
        "return it as a column, or take its properties first",
        inner[0],
      );
    },
    isEdge: (variable) => kinds.get(variable) === "edge",
    isAlias: (name) => aliases.has(name),
    lists: new Set(),
    query: (inner) => rewriteQuery(inner, context),
    unsupported: (what, instead, near) => {
      throw new QueryInvalid({
        operation: "Query not run",
        fault: `${what} cannot be run`,
        remedy: instead,
        position: positionAt(text, offsetOf(near)),
      });
    },
    bound: (inner) => {
      const parameter = `__bound${computed.length}`;
      computed.push({ parameter, expression: render(rewriteExpression(inner, context)) });
      return [leaf(`$${parameter}`, inner[0])];
    },
    hops: (patterns) => (apart ? hopsApart(patterns, context.fresh) : patterns),
  };
  const rewritten = rewriteQuery(items, context);
  const star = [...leavesOf(items)].find((token, index, all) => token.text === "*" && ["RETURN", "WITH"].includes(wordOf(all[index - 1])));
  if (introduced && star !== undefined)
    context.unsupported(
      "* together with a label expression or condition on an unnamed part of a pattern",
      "name the part, or the columns",
      star,
    );
  const ends = limited && mode === "run" && endsInOpenReturn(items);
  const out = source(ends ? [...rewritten, leaf(`LIMIT $${limitParameter}`, items.at(-1))] : rewritten);
  return {
    ...out,
    mode,
    limitParameter: ends ? limitParameter : null,
    computed,
    renamed,
    openEnd: openEnd(text, items),
    entities: entityColumns(items, kinds),
  };
}

const aliasesOf = (tokens: readonly Leaf[]): Set<string> =>
  new Set(tokens.filter((token, index) => token.kind === "name" && wordOf(tokens[index - 1]) === "AS").map(({ text }) => text));

function openEnd(text: string, items: readonly Item[]): QueryInvalid | null {
  const last = clausesOf(items).findLast(({ keyword }) => !["WHERE", "ORDER BY", "SKIP", "OFFSET", "LIMIT"].includes(keyword));
  if (last === undefined || !["MATCH", "OPTIONAL MATCH", "UNWIND", "WITH"].includes(last.keyword)) return null;
  return new QueryInvalid({
    operation: "Query not run",
    fault: `a query cannot end with ${last.keyword}`,
    remedy: "end it with RETURN",
    position: positionAt(text, offsetOf(last.head[0])),
  });
}

/** The engine takes neither keywords nor backticks for the name of a parameter. */
function renameParameters(items: readonly Item[], renamed: Record<string, string>): Item[] {
  return items.map((item) => {
    if (isGroup(item)) return { ...item, items: renameParameters(item.items, renamed) };
    if (item.kind !== "parameter" || !(item.text.startsWith("$`") || reserved.has(nameOf(item).toUpperCase()))) return item;
    const known = Object.keys(renamed).find((name) => renamed[name] === nameOf(item));
    const name = known ?? `__given${Object.keys(renamed).length}`;
    renamed[name] = nameOf(item);
    return { ...item, text: `$${name}` };
  });
}

/** PROFILE runs the query as it is; CYPHER chooses what only Neo4j has. */
function withoutPrefix(items: readonly Item[]): { items: Item[]; mode: "run" | "explain" } {
  let at = 0;
  let mode: "run" | "explain" = "run";
  for (;;) {
    const word = wordOf(items[at]);
    if (word === "EXPLAIN") mode = "explain";
    if (word === "EXPLAIN" || word === "PROFILE") at += 1;
    else if (word === "CYPHER") {
      const version = items[at + 1];
      at += version !== undefined && "kind" in version && version.kind === "number" ? 2 : 1;
      while (isLeaf(items[at + 1], "=")) at += 3;
    } else return { items: items.slice(at), mode };
  }
}

function endsInOpenReturn(items: readonly Item[]): boolean {
  const clauses = clausesOf(items);
  const last = clauses.findLastIndex(({ keyword }) => keyword === "RETURN");
  if (last < 0 || clauses.some(({ keyword }) => keyword.startsWith("UNION"))) return false;
  return clauses.slice(last + 1).every(({ keyword }) => ["ORDER BY", "SKIP", "OFFSET"].includes(keyword));
}

type Context = ExpressionContext & { bound(items: readonly Item[]): Item[]; hops(patterns: readonly Item[]): readonly Item[] };

function rewriteQuery(items: readonly Item[], context: Context): Item[] {
  const clauses: Clause[] = [];
  const given = clausesOf(items);
  given.forEach((clause, index) => {
    if (clause.keyword === "WHERE" && ["MATCH", "OPTIONAL MATCH"].includes(given[index - 1]?.keyword ?? "")) return;
    const next = given[index + 1];
    clauses.push(...rewriteClause(clause, next?.keyword === "WHERE" ? next : null, context));
  });
  return joinClauses(clauses);
}

function rewriteClause(clause: Clause, where: Clause | null, context: Context): Clause[] {
  const { keyword, head, body } = clause;
  const expression = (inner: readonly Item[]): Item[] => rewriteExpression(inner, context);
  switch (keyword) {
    case "MATCH":
    case "OPTIONAL MATCH": {
      const { items, conditions } = rewritePatterns(context.hops(body), { fresh: context.fresh, expression });
      const all = where === null ? conditions : [...conditions, expression(where.body)];
      if (all.length === 0) return [{ ...clause, body: items }];
      return [
        { ...clause, body: items },
        {
          keyword: "WHERE",
          head: where?.head ?? [leaf("WHERE", body[0])],
          body: all.length === 1 && conditions.length === 0 ? (all[0] ?? []) : conjunction(all),
        },
      ];
    }
    case "CREATE":
    case "INSERT":
    case "MERGE":
      return [{ ...clause, body: rewritePatterns(body, { fresh: context.fresh, expression }).items }];
    case "UNWIND":
      context.refuseLossy(beforeAlias(body), false);
      return [{ ...clause, body: expression(body) }];
    case "RETURN":
    case "WITH":
      return [{ ...clause, body: rewriteProjection(body, keyword, context) }];
    case "SKIP":
    case "OFFSET":
    case "LIMIT": {
      const [only] = body;
      const simple = body.length === 1 && only !== undefined && "kind" in only && (only.kind === "number" || only.kind === "parameter");
      const words = keyword === "OFFSET" ? [leaf("SKIP", head[0])] : head;
      return [{ keyword, head: words, body: simple ? body : context.bound(body) }];
    }
    case "SET":
    case "REMOVE":
      return [{ ...clause, body: rewriteLabelChange(body, context) }];
    case "CALL":
    case "OPTIONAL CALL":
      return [{ ...clause, body: body.map((item) => (isGroup(item, "{") ? { ...item, items: rewriteQuery(item.items, context) } : item)) }];
    case "FOREACH":
      return [{ ...clause, body }];
    default:
      return [{ ...clause, body: expression(body) }];
  }
}

/** `SET n:A&B` has no meaning; `SET n:A:B` passes, as does all else. */
function rewriteLabelChange(body: readonly Item[], context: Context): Item[] {
  return splitOn(body, ",").flatMap((part, index) => {
    const labels = part.findIndex((item) => isLeaf(item, ":"));
    const separator = index === 0 ? [] : [leaf(",", part[0])];
    return [...separator, ...(labels === 1 ? plainLabels(part) : rewriteExpression(part, context))];
  });
}

/** Every item gets an alias: the engine gives an aggregate without one a column of bare keys. */
function rewriteProjection(body: readonly Item[], keyword: string, context: Context): Item[] {
  const distinct = wordOf(body[0]) === "DISTINCT" && body.length > 1 ? [body[0] as Item] : [];
  const parts = splitOn(body.slice(distinct.length), ",");
  return parts.flatMap((part, index) => {
    const separator = index === 0 ? distinct : [{ ...leaf(",", part[0]), before: "" }];
    if (part.length === 0 || isLeaf(part[0], "*")) return [...separator, ...part];
    const as = part.findIndex((item, at) => wordOf(item) === "AS" && at > 0 && !isOperandPosition(part, at));
    if (keyword === "WITH") context.refuseLossy(beforeAlias(part), false);
    const value = rewriteExpression(as < 0 ? part : part.slice(0, as), context);
    if (as < 0 && (keyword === "WITH" || (part.length === 1 && isPlainName(part[0])))) return [...separator, ...value];
    const alias = as < 0 ? `\`${render(part).replaceAll("`", "``")}\`` : aliasText(part[as + 1]);
    return [...separator, ...value, leaf("AS", part[0]), leaf(alias, part[as < 0 ? 0 : as + 1])];
  });
}

function beforeAlias(items: readonly Item[]): readonly Item[] {
  const as = items.findLastIndex((item) => wordOf(item) === "AS");
  return as < 0 ? items : items.slice(0, as);
}

const isPlainName = (item: Item | undefined): boolean =>
  item !== undefined && "kind" in item && item.kind !== "number" && item.kind !== "string";

/** In backticks an alias may be any word. */
function aliasText(item: Item | undefined): string {
  const text = render(item === undefined ? [] : [item]);
  return text.startsWith("`") || text === "" ? text : `\`${text}\``;
}

/** The text, and where each of its tokens came from. */
function source(items: readonly Item[]): Pick<Translation, "text" | "sourceOffset"> {
  const places: { at: number; token: Leaf }[] = [];
  let text = "";
  for (const token of leavesOf(items)) {
    text += text === "" ? "" : token.before;
    places.push({ at: text.length, token });
    text += token.text;
  }
  return {
    text,
    // The text has no line ends but those inside strings and names.
    sourceOffset: (line, column) => {
      const start =
        text
          .split("\n")
          .slice(0, line - 1)
          .join("\n").length + (line > 1 ? 1 : 0);
      const at = start + column - 1;
      const place = places.findLast((candidate) => candidate.at <= at) ?? places[0];
      if (place === undefined) return 0;
      return place.token.offset + Math.min(at - place.at, place.token.text.length - 1);
    },
  };
}
