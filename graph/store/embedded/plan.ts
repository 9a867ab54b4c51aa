import type { Notification } from "#graph/model/cypher-result.ts";
import { nameOf, significant, tokenize } from "../cypher/lexer.ts";
import { positionAt } from "../cypher/position.ts";
import type { PlanNode } from "../store.ts";

/** Reads the engine's plan: one operator a line, indented by two spaces under the operator that it feeds. */
export function parsePlan(text: string): PlanNode {
  type Open = Omit<PlanNode, "children"> & { children: Open[] };
  const root: Open = { operator: "Plan", details: "", estimatedRows: null, children: [] };
  const path: Open[] = [root];
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const depth = Math.floor(line.search(/\S/) / 2);
    const [, operator = "", details = ""] = /^\s*([A-Za-z]+)\s*(.*)$/.exec(line) ?? [];
    const node: Open = { operator: operator || line.trim(), details, estimatedRows: null, children: [] };
    path.length = Math.min(path.length, depth + 1);
    path.at(-1)?.children.push(node);
    path.push(node);
  }
  const [only] = root.children;
  return root.children.length === 1 && only !== undefined ? only : root;
}

/** Warns of labels and relationship types that the store does not hold, by the names that follow a colon. */
export function notificationsFor(text: string, { labels, types }: { labels: string[]; types: string[] }): Notification[] {
  const tokens = significant(tokenize(text));
  const known = new Set([...labels, ...types]);
  const notifications: Notification[] = [];
  const brackets: string[] = [];
  tokens.forEach((token, index) => {
    if ("([{".includes(token.text)) brackets.push(token.text);
    else if (")]}".includes(token.text)) brackets.pop();
    if ((token.kind !== "name" && token.kind !== "quoted") || brackets.at(-1) === "{") return;
    if (![":", "|", "&", "!"].includes(tokens[index - 1]?.text ?? "") || known.has(nameOf(token))) return;
    const isType = brackets.at(-1) === "[";
    if (!isType && brackets.at(-1) !== "(" && tokens[index - 1]?.text !== ":") return;
    notifications.push({
      severity: "warning",
      title: isType ? "Unknown relationship type" : "Unknown label",
      description: `${nameOf(token)} is not in the store, so nothing can match it`,
      position: positionAt(text, token.offset),
    });
  });
  return notifications;
}
