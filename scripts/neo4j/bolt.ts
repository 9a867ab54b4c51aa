import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { Neo4jError } from "neo4j-driver";
import { LocalServerError } from "./local-server-error.ts";

export const isPortFree = (port: number): Promise<boolean> => listenOnce(port).then(Boolean);

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === null) throw new LocalServerError({ operation: "Choosing a port", fault: "none is free on 127.0.0.1", remedy: "give one" });
  return port;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}

/** Returns once the server answers over Bolt with this password; `failed` may end the waiting early by throwing. */
export async function waitForBolt({
  uri,
  user,
  password,
  deadlineMs = 180_000,
  failed = () => {},
}: {
  uri: string;
  user: string;
  password: string;
  deadlineMs?: number;
  failed?: () => void;
}): Promise<void> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    failed();
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
      connectionTimeout: 1000,
      maxTransactionRetryTime: 0,
      telemetryDisabled: true,
    });
    try {
      await driver.executeQuery("RETURN 1", {}, { database: "neo4j" });
      return;
    } catch (error) {
      const comingUp = error instanceof Neo4jError && error.retryable;
      if (!comingUp) throw error;
      if (Date.now() > end) {
        throw new LocalServerError({
          operation: "Starting Neo4j",
          fault: `no answer at ${uri} after ${deadlineMs / 1000} s`,
          remedy: "read the logs in the data folder",
          cause: error,
        });
      }
    } finally {
      await driver.close();
    }
    await sleep(200);
  }
}
