import type { Plan, ResultSummary } from "neo4j-driver";
import type { Notification } from "#graph/model/cypher-result.ts";
import { positionAt } from "../cypher/guard.ts";
import type { PlanNode } from "../store.ts";

/** The server's plan as the store's tree. */
export function planNode({ operatorType, arguments: detail, children }: Plan): PlanNode {
  const rows = detail.EstimatedRows;
  return {
    operator: operatorType.replace(/@.*$/, ""),
    details: typeof detail.Details === "string" ? detail.Details : "",
    estimatedRows: typeof rows === "number" || typeof rows === "bigint" ? Number(rows) : null,
    children: children.map(planNode),
  };
}

/** What the server remarks on a query; `prefix` is what stood before `text` when it was sent. */
export function notificationsOf({ notifications }: ResultSummary, text: string, prefix = ""): Notification[] {
  return notifications.map(({ severityLevel, title, description, position }) => {
    const offset = position && "offset" in position ? Number(position.offset) - prefix.length : -1;
    return {
      severity: severityLevel === "WARNING" ? "warning" : "information",
      title,
      description,
      ...(offset < 0 ? {} : { position: positionAt(text, offset) }),
    };
  });
}
