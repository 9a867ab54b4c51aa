import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { Known } from "#graph/dataset/known.ts";
import type { Change, Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { StoreUnavailable } from "#graph/store/store.ts";
import type { Fault } from "../http/fault.ts";
import type { Door } from "./door.ts";
import { datasetLines, parsedLines, writeLines } from "./lines.ts";
import type { SeedHead } from "./routes.ts";
import type { Compared, Seeding } from "./seeding.ts";

/** The server refused or failed; its words. */
export class ServerRefused extends Error {
  readonly status: number;
  constructor({ status, message, remedy }: Pick<Fault, "status" | "message" | "remedy">) {
    super(`${message}; ${remedy}`);
    this.name = "ServerRefused";
    this.status = status;
  }
}

type Line =
  | Change
  | { progress: { done: number; total: number } }
  | { compared: Compared }
  | { revision: Revision | null }
  | { fault: Fault };

/** Seeding of a store that a running server holds, through that server. */
export function remoteSeeding(door: Door): Seeding {
  const seed = async (head: SeedHead, dataset: Dataset, onLine: (line: Line) => void): Promise<void> => {
    const call = openCall(door, "POST", "/seed");
    const sending = writeLines(call.sending, [head])
      .then(() => writeLines(call.sending, datasetLines(dataset)))
      .then(() => call.sending.end());
    // A server that goes away is noticed at the answer.
    sending.catch(() => undefined);
    for await (const line of linesOf(await call.answer)) {
      if ("fault" in line) throw refusal(line.fault);
      onLine(line);
    }
  };
  return {
    async known() {
      const { answer, sending } = openCall(door, "GET", "/known");
      sending.end();
      for await (const line of parsedLines(await answer)) {
        const { entities, documents } = line as { entities: [string, never][]; documents: [string, never][] };
        return { entities: new Map(entities), documents: new Map(documents) } satisfies Known;
      }
      throw gone();
    },
    async compare({ dataset, name, isShown }) {
      const changes: Change[] = [];
      let compared: Compared | null = null;
      await seed({ name, message: "", sources: [], agreed: null, isShown }, dataset, (line) => {
        if ("compared" in line) compared = line.compared;
        else changes.push(line as Change);
      });
      if (compared === null) throw gone();
      const { changeSet, ...rest } = compared as Compared;
      return { ...rest, changeSet: { ...changeSet, changes } };
    },
    async apply({ changeSet, dataset, name, message, sources, onProgress }) {
      let ended: { revision: Revision | null } | null = null;
      await seed({ name, message, sources, agreed: changeSet.id, isShown: false }, dataset, (line) => {
        if ("progress" in line) onProgress(line.progress);
        else if ("revision" in line) ended = line;
      });
      if (ended === null) throw gone();
      return (ended as { revision: Revision | null }).revision;
    },
    close: async () => undefined,
  };
}

/** Throws StoreUnavailable when the answer breaks off. */
async function* linesOf(answer: IncomingMessage): AsyncGenerator<Line> {
  try {
    yield* parsedLines(answer) as AsyncGenerator<Line>;
  } catch (cause) {
    throw gone(cause);
  }
}

function refusal({ status, message, remedy }: Fault): Error {
  if (status !== 503) return new ServerRefused({ status, message, remedy });
  return new StoreUnavailable({ operation: "Asking the server that holds the store", fault: message, remedy });
}

const gone = (cause?: unknown): StoreUnavailable =>
  new StoreUnavailable({
    operation: "Asking the server that holds the store",
    fault: "it ended, or stopped answering, before it was done",
    remedy: "the change is there as a whole or not at all; start the server again, or seed without it",
    cause,
  });

/** A call without time limits: a large seed takes as long as it takes. */
function openCall({ url, secret }: Door, method: string, path: string) {
  const sending = request(new URL(`/local/v1${path}`, url), { method, headers: { Authorization: `Bearer ${secret}` } });
  const answer = once(sending, "response").then(
    async ([response]: IncomingMessage[]) => {
      if (response === undefined) throw gone();
      if (response.statusCode === 200) return response;
      for await (const line of parsedLines(response))
        throw new ServerRefused({ ...(line as { error: Fault }).error, status: response.statusCode ?? 0 });
      throw gone();
    },
    (cause: unknown) => {
      throw gone(cause);
    },
  );
  return { sending, answer };
}
