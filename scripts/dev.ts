import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** `npm run dev`: the API, restarted when server or graph change, and Vite before it with hot reload. Ends both together. */
const root = fileURLToPath(new URL("..", import.meta.url));

const children: ChildProcess[] = [
  ["--watch", "--watch-preserve-output", "--import", "tsx", "scripts/start.ts", "--api-only"],
  ["node_modules/vite/bin/vite.js", "--clearScreen", "false"],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: "inherit" }));

let stopping = false;
function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill("SIGTERM");
}

for (const child of children) child.on("exit", (code) => stop(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(0));
