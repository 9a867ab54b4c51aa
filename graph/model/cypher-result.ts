import { z } from "zod";
import { subgraph } from "./subgraph.ts";

/** A node in a row; `$node` is its `id` property, else the engine's own key prefixed with `#`. */
export interface NodeValue {
  $node: string;
  labels: string[];
  properties: { [name: string]: Value };
}
export interface EdgeValue {
  $edge: string;
  type: string;
  /** Ids of its ends, as in `$node`. */
  source: string;
  target: string;
  properties: { [name: string]: Value };
}
export interface PathValue {
  /** Ids of nodes and edges in turn, from the start. */
  $path: string[];
}
/** An integer beyond ±2^53. */
export interface IntegerValue {
  $integer: string;
}
/** What a query can return: JSON, with nodes, edges, paths and large integers marked; dates and times are ISO strings. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Value[]
  | NodeValue
  | EdgeValue
  | PathValue
  | IntegerValue
  | { [key: string]: Value };

export const notification = z.strictObject({
  severity: z.enum(["information", "warning"]),
  title: z.string(),
  description: z.string(),
  position: z.strictObject({ offset: z.int(), line: z.int(), column: z.int() }).optional(),
});
export type Notification = z.infer<typeof notification>;

export const cypherResult = z
  .strictObject({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.json())),
    graph: subgraph,
    summary: z.strictObject({ elapsedMs: z.number(), rows: z.int(), truncated: z.boolean(), notifications: z.array(notification) }),
  })
  .meta({ id: "CypherResult" });
export type CypherResult = z.infer<typeof cypherResult>;
