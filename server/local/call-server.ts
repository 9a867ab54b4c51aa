import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { StoreUnavailable } from "#graph/store/store.ts";
import type { Fault } from "../http/fault.ts";
import type { Door } from "./door.ts";
import { parsedLines } from "./lines.ts";

/** The server refused or failed; its words. */
export class ServerRefused extends Error {
  readonly status: number;
  constructor({ status, message, remedy }: Pick<Fault, "status" | "message" | "remedy">) {
    super(`${message}; ${remedy}`);
    this.name = "ServerRefused";
    this.status = status;
  }
}

const operation = "Asking the server that holds the store";

export const serverGone = (cause?: unknown): StoreUnavailable =>
  new StoreUnavailable({
    operation,
    fault: "it ended, or stopped answering, before it was done",
    remedy: "a change is there as a whole or not at all; start the server again, or do it without one",
    cause,
  });

export interface ServerCall<Line> {
  /** Takes the body; to be ended. */
  sending: ClientRequest;
  /** The answer. Throws ServerRefused, and StoreUnavailable when it breaks off. */
  lines: AsyncIterable<Line>;
}

/** A call of the server behind a door, without time limits: a large seed takes as long as it takes. */
export function callServer<Line>({ url, secret }: Door, method: "GET" | "POST", path: string): ServerCall<Line> {
  const sending = request(new URL(`/local/v1${path}`, url), { method, headers: { Authorization: `Bearer ${secret}` } });
  const answered = once(sending, "response") as Promise<[IncomingMessage]>;
  // Told to whoever reads the lines.
  answered.catch(() => undefined);
  return { sending, lines: linesOf<Line>(answered) };
}

async function* linesOf<Line>(answered: Promise<[IncomingMessage]>): AsyncGenerator<Line> {
  try {
    const [answer] = await answered;
    for await (const line of parsedLines(answer)) {
      const { fault, error } = line as { fault?: Fault; error?: Fault };
      if (fault !== undefined) throw refusal(fault);
      if (answer.statusCode !== 200 && error !== undefined) throw refusal({ ...error, status: answer.statusCode ?? 500 });
      yield line as Line;
    }
  } catch (error) {
    throw error instanceof ServerRefused || error instanceof StoreUnavailable ? error : serverGone(error);
  }
}

function refusal({ status, message, remedy }: Fault): Error {
  return status === 503 ? new StoreUnavailable({ operation, fault: message, remedy }) : new ServerRefused({ status, message, remedy });
}
