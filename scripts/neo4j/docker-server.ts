import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { isPortFree, waitForBolt } from "./bolt.ts";
import { asEnvironment, closedToFilesAndNetwork } from "./configuration.ts";
import { LocalServerError } from "./local-server-error.ts";
import { keptPassword } from "./password.ts";

const image = "neo4j:5.26-community";

export const dockerAnswers = (): boolean => {
  const asked = spawnSync("docker", ["info", "--format", "{{.ServerVersion}}"], { encoding: "utf8", timeout: 10_000 });
  return asked.status === 0 && asked.stdout.trim() !== "";
};

/** Container and volume of one data folder have one name, so two checkouts do not meet. */
export const dockerName = (home: string): string =>
  `chain-atlas-neo4j-${createHash("sha256").update(resolve(home)).digest("hex").slice(0, 12)}`;

/** Starts Neo4j Community in a container of the local daemon, Bolt on 127.0.0.1 only; data in a volume of the same name. */
export async function startDockerNeo4j({ home, port }: { home: string; port: number }) {
  if (!(await isPortFree(port))) {
    throw new LocalServerError({
      operation: "Starting Neo4j in Docker",
      fault: `port ${port} of 127.0.0.1 is taken`,
      remedy: "stop what listens there, or choose another with --port or NEO4J_BOLT_PORT",
    });
  }
  const name = dockerName(home);
  const password = await keptPassword(join(home, "password"));
  const settings = asEnvironment({ ...closedToFilesAndNetwork, "server.http.enabled": "false", "dbms.usage_report.enabled": "false" });
  // Only names stand on the command line; docker takes the values, the password among them, from its own environment.
  const environment = { ...settings, NEO4J_AUTH: `neo4j/${password}` };
  const passed = Object.keys(environment).flatMap((variable) => ["--env", variable]);
  docker(
    ["run", "--detach", "--rm", "--name", name, "--publish", `127.0.0.1:${port}:7687`, "--volume", `${name}:/data`, ...passed, image],
    environment,
  );
  const uri = `bolt://127.0.0.1:${port}`;
  try {
    await waitForBolt({ uri, user: "neo4j", password, failed: () => throwIfGone(name) });
  } catch (error) {
    stopDockerNeo4j(home);
    throw error;
  }
  return { uri, user: "neo4j", password };
}

export const isDockerRunning = (home: string): boolean =>
  spawnSync("docker", ["ps", "--quiet", "--filter", `name=^${dockerName(home)}$`], { encoding: "utf8" }).stdout?.trim() !== "";

export const stopDockerNeo4j = (home: string): void => {
  if (isDockerRunning(home)) docker(["stop", "--time", "30", dockerName(home)]);
};

export const dropDockerData = (home: string): void => docker(["volume", "rm", "--force", dockerName(home)]);

function throwIfGone(name: string): void {
  const state = spawnSync("docker", ["inspect", "--format", "{{.State.Status}}", name], { encoding: "utf8" });
  if (state.status !== 0)
    throw new LocalServerError({ operation: "Starting Neo4j in Docker", fault: "the container ended", remedy: "read docker's log" });
}

function docker(options: string[], environment: Record<string, string> = {}): void {
  const run = spawnSync("docker", options, { encoding: "utf8", env: { ...process.env, ...environment } });
  if (run.status !== 0) {
    throw new LocalServerError({
      operation: `Running docker ${options[0]}`,
      fault: (run.stderr ?? "").trim() || String(run.error),
      remedy: "see that the Docker daemon answers (docker info) and can reach its registry",
    });
  }
}
