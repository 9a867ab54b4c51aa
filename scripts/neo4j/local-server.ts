import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isPortFree, waitForBolt } from "./bolt.ts";
import { asFile, configuration } from "./configuration.ts";
import { missingForJava, provideJars } from "./jars.ts";
import { LocalServerError } from "./local-server-error.ts";
import { authLine, keptPassword } from "./password.ts";
import { endProcess } from "./running-process.ts";

export interface LocalServerOptions {
  /** Folder of this server: data, settings, logs, password. Made when missing. */
  home: string;
  /** Folder of Neo4j's jars, shared between servers. Default `home`/lib. */
  lib?: string;
  /** Bolt port on 127.0.0.1. Default 7687. */
  port?: number;
  /** 512 unless told; 256 carries transactions of about 50,000 small records. */
  heapMb?: number;
  /** Lives on when this process ends. Default false. */
  detached?: boolean;
  say?: (line: string) => void;
}

export interface LocalServer {
  uri: string;
  user: string;
  password: string;
  pid: number;
  stop(): Promise<void>;
}

const opened = ["java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util"].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

/** What marks the java process of this home on its command line. */
export const processMark = (home: string) => `--home-dir=${resolve(home)}`;

/**
 * Starts a real Neo4j Community in a Java process and returns once Bolt answers.
 * @throws LocalServerError when Java or Maven is missing, the port is taken, or the server ends while starting.
 */
export async function startLocalNeo4j({
  home: folder,
  lib = join(folder, "lib"),
  port = 7687,
  heapMb = 512,
  detached = false,
  say = () => {},
}: LocalServerOptions): Promise<LocalServer> {
  const home = resolve(folder);
  const missing = missingForJava(lib);
  if (missing) throw new LocalServerError({ operation: "Starting Neo4j", ...missing });
  if (!(await isPortFree(port))) {
    throw new LocalServerError({
      operation: "Starting Neo4j",
      fault: `port ${port} of 127.0.0.1 is taken`,
      remedy: "stop what listens there, or choose another with --port or NEO4J_BOLT_PORT",
    });
  }
  await provideJars(lib, say);
  const password = await keptPassword(join(home, "password"));
  await writeIfMissing(join(home, "data", "dbms", "auth.ini"), authLine(password));
  await mkdir(join(home, "conf"), { recursive: true });
  await mkdir(join(home, "logs"), { recursive: true });
  await writeFile(join(home, "conf", "neo4j.conf"), asFile(configuration(port)));

  const log = join(home, "logs", "console.log");
  const java = launch({ home, lib: resolve(lib), heapMb, log, detached });
  const pid = java.pid;
  const stopWithUs = () => java.kill("SIGTERM");
  const stop = async () => {
    process.off("exit", stopWithUs);
    if (pid !== undefined) await endProcess(pid, processMark(home));
  };
  if (!detached) process.on("exit", stopWithUs);
  const uri = `bolt://127.0.0.1:${port}`;
  try {
    await waitForBolt({ uri, user: "neo4j", password, failed: () => throwIfEnded(java) });
  } catch (error) {
    await stop();
    throw java.exitCode === null ? error : await endedWhileStarting(java, log, error);
  }
  if (pid === undefined) throw await endedWhileStarting(java, log, null);
  return { uri, user: "neo4j", password, pid, stop };
}

function launch({ home, lib, heapMb, log, detached }: { home: string; lib: string; heapMb: number; log: string; detached: boolean }) {
  const output = openSync(log, "w");
  const heap = [`-Xms${Math.min(128, heapMb)}m`, `-Xmx${heapMb}m`, "-XX:+UseSerialGC"];
  const entry = ["-cp", join(lib, "*"), "org.neo4j.server.CommunityEntryPoint", processMark(home), `--config-dir=${join(home, "conf")}`];
  const java = spawn("java", [...heap, ...opened, ...entry], { cwd: home, detached, stdio: ["ignore", output, output] });
  java.on("error", () => {});
  closeSync(output);
  if (detached) java.unref();
  return java;
}

function throwIfEnded(java: ChildProcess): void {
  if (java.exitCode !== null || java.pid === undefined) throw new Error(`java ended with ${java.exitCode}`);
}

async function endedWhileStarting(java: ChildProcess, log: string, cause: unknown): Promise<LocalServerError> {
  const tail = (await readFile(log, "utf8")).trim().split("\n").slice(-5).join("\n");
  return new LocalServerError({
    operation: "Starting Neo4j",
    fault: `the server ended with ${java.exitCode} while starting:\n${tail}`,
    remedy: `read the whole log in ${log}`,
    cause,
  });
}

async function writeIfMissing(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}
