import type { Result, ResultSummary, Record as Row } from "neo4j-driver";
import type { CypherQuery, ReadLimits, ReadResult } from "../store.ts";
import { Decoder, nodeId } from "./decode-values.ts";
import { encodeParameters } from "./encode-parameters.ts";
import { notificationsOf } from "./plan.ts";

/** Whatever runs Cypher: a transaction of the driver. */
export interface Runner {
  run(text: string, parameters: Record<string, unknown>): Result;
}

/** A result cut off at its row limit whose summary did not come in this time goes without it: the next row may be minutes away. */
const patienceForSummaryMs = 250;

const endsQuery = `MATCH (n) WHERE elementId(n) IN $keys
RETURN elementId(n) AS key, labels(n) AS labels, n.id AS id, n.number AS number`;

interface EndRow {
  key: string;
  labels: string[];
  id: unknown;
  number: unknown;
}

export interface Collected extends Omit<ReadResult, "elapsedMs"> {
  /** Knows which ends of edges are still to be named. */
  readonly decoder: Decoder;
  /** Cut off, and the server is still at work: the transaction must be given up. */
  readonly unfinished: boolean;
}

/** So many rows are handed on at once. */
const rowsAtOnce = 2_000;

/** Rows of a query up to `limit`; the rest is discarded by the server. `onRows` takes them as they come, and none is kept. */
export function collect(
  runner: Runner,
  { text, parameters = {} }: CypherQuery,
  { limit, onRows, isStopped = () => false }: { limit: number; onRows?: ReadLimits["onRows"]; isStopped?: () => boolean },
): Promise<Collected> {
  const decoder = new Decoder();
  let rows: ReadResult["rows"] = [];
  let taken = 0;
  const handOn = () => {
    onRows?.(rows);
    rows = [];
  };
  let columns: string[] = [];
  let truncated = false;
  const result = runner.run(text, encodeParameters(parameters));
  return new Promise((resolve, reject) => {
    let patience: NodeJS.Timeout | undefined;
    const finish = (summary: ResultSummary | null) => {
      clearTimeout(patience);
      if (onRows !== undefined && rows.length > 0) handOn();
      const notifications = summary ? notificationsOf(summary, text) : [];
      resolve({ columns, rows, truncated, notifications, decoder, unfinished: summary === null });
    };
    result.subscribe({
      onKeys: (keys) => {
        columns = keys.map(String);
      },
      onNext: (row) => {
        // Nobody waits any more: what is left is discarded, so that the connection is free for the next.
        if (isStopped()) {
          if (!truncated) result.summary().catch(() => {});
          truncated = true;
        } else if (taken < limit) {
          rows.push(decoder.row(row));
          taken += 1;
          if (onRows !== undefined && rows.length >= rowsAtOnce) handOn();
        } else if (!truncated) {
          truncated = true;
          patience = setTimeout(finish, patienceForSummaryMs, null);
          // Asking for the summary makes the driver discard what is left; errors arrive at onError as well.
          result.summary().catch(() => {});
        }
      },
      onCompleted: finish,
      onError: (error) => {
        clearTimeout(patience);
        if (truncated) finish(null);
        else reject(error);
      },
    });
  });
}

/** Gives the edges of a result the ids of their ends, asking for those that no row told. */
export async function nameEnds({ decoder }: Collected, ask: (query: { text: string; keys: string[] }) => Promise<Row[]>): Promise<void> {
  const keys = decoder.unknownEnds();
  const told = keys.length > 0 ? await ask({ text: endsQuery, keys }) : [];
  decoder.nameEnds(new Map(told.map((row) => [row.get("key") as string, nodeId(row.toObject() as unknown as EndRow)])));
}
