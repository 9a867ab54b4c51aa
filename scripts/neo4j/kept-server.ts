import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { dockerAnswers, dropDockerData, isDockerRunning, startDockerNeo4j, stopDockerNeo4j } from "./docker-server.ts";
import { processMark, startLocalNeo4j } from "./local-server.ts";
import { LocalServerError } from "./local-server-error.ts";
import { keptPassword } from "./password.ts";
import { endProcess, isProcess } from "./running-process.ts";

/** What is remembered of the server that was started last, so that another run of the command finds it. */
const remembered = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("java"), port: z.int(), pid: z.int() }),
  z.strictObject({ by: z.literal("docker"), port: z.int() }),
]);
type Remembered = z.infer<typeof remembered>;

export interface ServerSettings {
  uri: string;
  user: string;
  password: string;
}

/** Starts the server of this data folder, in Docker if a daemon answers, else in Java; a running one is left as it is. */
export async function start({ home, port, say }: { home: string; port: number; say: (line: string) => void }): Promise<ServerSettings> {
  const running = await status(home);
  if (running) {
    say(`Neo4j runs already at ${running.uri}`);
    return running;
  }
  await mkdir(home, { recursive: true });
  if (dockerAnswers()) {
    say("Starting Neo4j in Docker …");
    const server = await startDockerNeo4j({ home, port });
    await remember(home, { by: "docker", port });
    return server;
  }
  say("Starting Neo4j in Java …");
  const { pid, ...server } = await startLocalNeo4j({ home: javaHome(home), lib: join(home, "lib"), port, detached: true, say });
  await remember(home, { by: "java", port, pid });
  return server;
}

/** Its settings while it runs, else null. */
export async function status(home: string): Promise<ServerSettings | null> {
  const last = await recall(home);
  if (!last || !runs(home, last)) return null;
  const password = await keptPassword(join(last.by === "java" ? javaHome(home) : home, "password"));
  return { uri: `bolt://127.0.0.1:${last.port}`, user: "neo4j", password };
}

/** Stops it and waits until it is gone; false when it did not run. */
export async function stop(home: string): Promise<boolean> {
  const last = await recall(home);
  const ran = last !== null && runs(home, last);
  if (last?.by === "java") await endProcess(last.pid, processMark(javaHome(home)));
  if (last?.by === "docker") stopDockerNeo4j(home);
  await rm(join(home, "server.json"), { force: true });
  return ran;
}

/** Deletes data and password, not the jars. @throws LocalServerError while the server runs. */
export async function wipe(home: string): Promise<void> {
  if (await status(home)) {
    throw new LocalServerError({ operation: "Wiping Neo4j's data", fault: "the server runs", remedy: "npm run neo4j -- stop" });
  }
  if (dockerAnswers()) dropDockerData(home);
  await rm(javaHome(home), { recursive: true, force: true });
  await rm(join(home, "password"), { force: true });
}

const javaHome = (home: string) => join(home, "home");

const runs = (home: string, last: Remembered): boolean =>
  last.by === "java" ? isProcess(last.pid, processMark(javaHome(home))) : isDockerRunning(home);

const remember = (home: string, server: Remembered) => writeFile(join(home, "server.json"), `${JSON.stringify(server)}\n`);

async function recall(home: string): Promise<Remembered | null> {
  const file = join(home, "server.json");
  if (!existsSync(file)) return null;
  return remembered.parse(JSON.parse(await readFile(file, "utf8")));
}
