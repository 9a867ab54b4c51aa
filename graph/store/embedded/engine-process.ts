import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Value } from "#graph/model/cypher-result.ts";
import type { EngineFault, EngineReplies, EngineRequest, FromEngine, ToEngine } from "./protocol.ts";
import { pack, unpack } from "./wire.ts";

/** The engine said no. */
export class EngineRefusal extends Error {
  readonly detail: EngineFault;
  constructor(detail: EngineFault) {
    super(detail.message);
    this.detail = detail;
  }
}

/** The process ended before it answered. */
export class EngineStopped extends Error {
  readonly reason: "killed" | "memory" | "crashed";
  constructor(reason: "killed" | "memory" | "crashed") {
    super(`the engine's process ended (${reason})`);
    this.reason = reason;
  }
}

/** One child process with one open database. Requests run side by side; an answer comes under the number of its request. */
export interface EngineProcess {
  readonly version: string;
  readonly nodes: number;
  request<Kind extends EngineRequest["kind"]>(
    request: Extract<EngineRequest, { kind: Kind }>,
    onRows?: (rows: Value[][]) => void,
  ): PendingReply<EngineReplies[Kind]>;
  /** How many requests wait for an answer. */
  pending(): number;
  /** Ends the process at once; what waits is rejected with EngineStopped. */
  kill(): void;
  /** Writes everything out and ends the process. */
  close(): Promise<void>;
  readonly exited: Promise<void>;
}

export interface PendingReply<Reply> {
  readonly reply: Promise<Reply>;
  readonly isPending: () => boolean;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  onRows: ((rows: Value[][]) => void) | undefined;
}

const outOfMemoryCode = 77;
const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** Starts a process and opens the database at `path`, which is made when it is missing. Throws EngineRefusal or EngineStopped. */
export async function startEngine(path: string, memoryLimitMb: number): Promise<EngineProcess> {
  const child = fork(new URL("./engine.ts", import.meta.url), [], {
    execArgv: ["--import", loader],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const waiting = new Map<number, Waiting>();
  let number = 0;
  let killed = false;
  let gone = false;

  child.on("message", (packed: FromEngine | string) => {
    const message = unpack(packed);
    const call = waiting.get(message.id);
    if ("portion" in message) return call?.onRows?.(message.portion);
    waiting.delete(message.id);
    if ("fault" in message) call?.reject(new EngineRefusal(message.fault));
    else call?.resolve(message.value as never);
  });
  const exited = new Promise<void>((resolve) => {
    const end = (code: number | null): void => {
      gone = true;
      for (const call of waiting.values())
        call.reject(new EngineStopped(killed ? "killed" : code === outOfMemoryCode ? "memory" : "crashed"));
      waiting.clear();
      resolve();
    };
    child.once("exit", end);
    child.once("error", () => end(null));
  });

  const request: EngineProcess["request"] = (body, onRows) => {
    const id = ++number;
    const reply = new Promise<never>((resolve, reject) => {
      if (gone) return reject(new EngineStopped(killed ? "killed" : "crashed"));
      waiting.set(id, { resolve, reject, onRows });
      // A process that ends just now rejects what waits; without a callback its broken pipe would end this process too.
      child.send(pack({ id, request: body } satisfies ToEngine), () => {});
    });
    return { reply, isPending: () => waiting.has(id) };
  };
  const kill = (): void => {
    killed = true;
    child.kill("SIGKILL");
  };
  const close = async (): Promise<void> => {
    try {
      await request({ kind: "close" }).reply;
    } finally {
      kill();
      await exited;
    }
  };
  try {
    const { version, nodes } = await request({ kind: "open", path, memoryLimitMb }).reply;
    return { version, nodes, request, pending: () => waiting.size, kill, close, exited };
  } catch (error) {
    kill();
    throw error;
  }
}
