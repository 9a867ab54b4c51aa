import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { noTexts } from "#graph/queries/document-texts.ts";
import { warmSearch } from "#graph/queries/search/search.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { documentFolder } from "./document-folder.ts";
import { UnderWay } from "./http/under-way.ts";
import { newSecret, openDoor } from "./local/door.ts";

export interface ServerOptions {
  config: Pick<Config, "host" | "port" | "documentsDir" | "editorToken"> & Partial<Pick<Config, "llm">>;
  /** Stays open when the server closes: who opened it closes it. */
  store: GraphStore;
  logger: Logger;
  version: string;
  clientFolder?: string;
  /** Holds the embedded store, when it is one: commands on this machine then find this server by a file in it. */
  dataDir?: string;
}

export interface RunningServer {
  /** Where it answers, with the port it really has. */
  url: string;
  /** Resolves when the first page has what it asked for: what can wait until then is begun here. */
  firstAnswered: Promise<void>;
  close(): Promise<void>;
}

/** The port is taken, or the address is not one of this machine. */
export class CannotListen extends Error {
  constructor({ host, port, fault, remedy }: { host: string; port: number; fault: string; remedy: string }, cause: unknown) {
    super(`Listening on ${host}:${port}: ${fault}; ${remedy}`, { cause });
    this.name = "CannotListen";
  }
}

/** Without a page that asks, what can wait is begun after this. */
const unaskedMs = 3000;

/** Serves the API and the client over a store. Throws CannotListen. */
export async function startServer({ config, store, logger, version, clientFolder, dataDir }: ServerOptions): Promise<RunningServer> {
  const secret = newSecret();
  const underWay = new UnderWay();
  const app = createApp({
    store,
    config,
    documents: config.documentsDir === null ? noTexts : documentFolder(config.documentsDir),
    logger,
    now: () => new Date(),
    version,
    underWay,
    ...(clientFolder === undefined ? {} : { clientFolder }),
    ...(dataDir === undefined ? {} : { localSecret: secret }),
  });
  const server = await new Promise<Server>((resolve, reject) => {
    const listening: Server = app.listen(config.port, config.host, (error?: Error) => {
      if (error === undefined) resolve(listening);
      else reject(cannotListen(config, error));
    });
  });
  const firstAnswered = underWay.firstAnswered(unaskedMs);
  // Most searches then find their index built, and the first page waits for none; a store that does not answer yet is no reason not to serve.
  const warmed = firstAnswered.then(() => warmSearch({ store }, underWay.giveWay));
  warmed.catch((error: unknown) => logger.warn({ err: error }, "the search index waits for the store"));
  const url = urlOf(server.address() as AddressInfo);
  const closeDoor = dataDir === undefined ? async () => {} : await openDoor(dataDir, { url, secret });
  return {
    url,
    firstAnswered,
    close: async () => {
      await closeDoor();
      await closeServer(server);
    },
  };
}

/** Ends idle connections at once and lets running requests finish, but not for long. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 2000);
  await closed;
  clearTimeout(cut);
}

const urlOf = ({ address, family, port }: AddressInfo): string => {
  const host = address === "::" || address === "0.0.0.0" ? "127.0.0.1" : family === "IPv6" ? `[${address}]` : address;
  return `http://${host}:${port}`;
};

function cannotListen({ host, port }: ServerOptions["config"], error: NodeJS.ErrnoException): CannotListen {
  const [fault, remedy] =
    error.code === "EADDRINUSE"
      ? ["another process holds the port", "stop it, or set PORT to a free one (0 takes any)"]
      : error.code === "EACCES"
        ? ["this user may not open the port", "set PORT to one above 1023"]
        : [error.message, "set HOST to an address of this machine, such as 127.0.0.1"];
  return new CannotListen({ host, port, fault, remedy }, error);
}
