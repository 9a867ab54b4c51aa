import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LocalServerError } from "./local-server-error.ts";

const pom = fileURLToPath(new URL("./pom.xml", import.meta.url));
export const neo4jVersion = "5.26.25";
const finished = `complete-${neo4jVersion}`;

/** Why a local server without Docker cannot run here, or null when it can. `lib` already filled makes Maven unnecessary. */
export function missingForJava(lib: string): { fault: string; remedy: string } | null {
  const java = spawnSync("java", ["-version"], { encoding: "utf8" });
  const major = Number(/version "(?:1\.)?(\d+)/.exec(`${java.stderr ?? ""}${java.stdout ?? ""}`)?.[1] ?? 0);
  if (java.error || java.status !== 0) {
    return { fault: "no Java was found", remedy: "install Java 17 or later and put it on PATH, or start a Docker daemon" };
  }
  if (major < 17)
    return { fault: `Java ${major} was found, Neo4j 5.26 needs 17`, remedy: "install Java 17 or later, or start a Docker daemon" };
  if (existsSync(join(lib, finished))) return null;
  const maven = spawnSync("mvn", ["-v"], { encoding: "utf8", shell: process.platform === "win32" });
  if (maven.error || maven.status !== 0) {
    return { fault: "no Maven was found", remedy: "install Maven (mvn) and put it on PATH, or start a Docker daemon" };
  }
  return null;
}

/** Fills `lib` with Neo4j's jars (118 MB, once); does nothing when they are there. A broken-off copy leaves no `lib`. */
export async function provideJars(lib: string, say: (line: string) => void): Promise<void> {
  if (existsSync(join(lib, finished))) return;
  say(`Fetching Neo4j ${neo4jVersion} (118 MB, once) …`);
  await mkdir(dirname(lib), { recursive: true });
  const work = await mkdtemp(join(dirname(lib), "lib-"));
  try {
    await copyFile(pom, join(work, "pom.xml"));
    await runMaven(work);
    await writeFile(join(work, "jars", finished), "");
    await rm(lib, { recursive: true, force: true });
    await rename(join(work, "jars"), lib);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function runMaven(folder: string): Promise<void> {
  const options = ["-B", "-q", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=jars"];
  return new Promise((resolve, reject) => {
    const maven = spawn("mvn", options, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2000);
    };
    maven.stdout.on("data", keep);
    maven.stderr.on("data", keep);
    const fail = (fault: string, cause?: unknown) =>
      reject(
        new LocalServerError({
          operation: "Fetching Neo4j's jars",
          fault,
          remedy: "check the network and Maven's settings, then run it again",
          cause,
        }),
      );
    maven.on("error", (error) => fail(error.message, error));
    maven.on("close", (code) => (code === 0 ? resolve() : fail(`mvn ended with ${code}: ${output.trim()}`)));
  });
}
