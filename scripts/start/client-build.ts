import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const clientFolder = join(root, "dist/client");

/** What the client is built from. */
const sources = ["client", "graph/model", "graph/vocabulary", "graph/analysis", "vite.config.ts", "package-lock.json"];

/** Whether there is no built client, or one older than what it is built from. */
export async function clientIsStale(): Promise<boolean> {
  const built = await stat(join(clientFolder, "index.html")).catch(() => null);
  if (built === null) return true;
  const newest = await Promise.all(sources.map((path) => newestChange(join(root, path))));
  return Math.max(...newest) > built.mtimeMs;
}

async function newestChange(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return path.endsWith(".tsbuildinfo") ? 0 : own.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestChange(join(path, name))));
  return Math.max(0, ...inside);
}

/** Builds and pre-compresses the client, in a process of its own: bundling takes memory that the server should not keep. */
export async function buildClient(signal: AbortSignal): Promise<void> {
  const script = fileURLToPath(new URL("build-client.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script], { cwd: root, stdio: ["ignore", "ignore", "inherit"], signal });
  const [code] = await once(child, "exit");
  if (code !== 0)
    throw new Error(`Building the client: it ended with code ${code}; see the lines above, and run npm run build to try alone`);
}
