/**
 * Every test that can run on this machine: vitest's projects, then the journeys in a real browser. What cannot run (no browser, no
 * Neo4j) counts as skipped and says why; with CI=true a missing part fails. The last line is `N passed, N failed[, N skipped]`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./test/chromium.ts";
import { addTallies, noTests, playwrightTally, type Tally, tallyLine, vitestTally } from "./test/tally.ts";

const inCi = process.env.CI === "true";
const reports = mkdtempSync(join(tmpdir(), "chain-atlas-tests-"));

/** A test that never yields cannot be stopped by its runner's own time limit: beyond this the runner and all it started are ended. */
const longestRunMs = 30 * 60_000;

const run = (args: string[], environment: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
      detached: process.platform !== "win32",
    });
    const end = (signal: NodeJS.Signals): void => {
      if (child.pid === undefined) return;
      if (process.platform === "win32") child.kill(signal);
      else process.kill(-child.pid, signal);
    };
    const limit = setTimeout(() => {
      console.error(
        `${args[0]} did not end within ${longestRunMs / 60_000} minutes and was stopped: a test file missing above never yielded; run it alone`,
      );
      end("SIGKILL");
    }, longestRunMs);
    const passOn = (signal: NodeJS.Signals): void => end(signal);
    process.on("SIGINT", passOn).on("SIGTERM", passOn);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(limit);
      process.off("SIGINT", passOn).off("SIGTERM", passOn);
      resolve(code ?? 1);
    });
  });

/** Runs a runner that writes a JSON report; a runner that fails without a failed test counts as one failure. */
async function tallyOf(
  name: string,
  args: string[],
  environment: Record<string, string>,
  parse: (report: unknown) => Tally,
): Promise<Tally> {
  const file = join(reports, `${name}.json`);
  const code = await run(
    args.map((it) => it.replace("REPORT", file)),
    { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  let tally = noTests;
  try {
    tally = parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    console.error(`${name}: no report was written (${cause instanceof Error ? cause.message : cause})`);
  }
  if (code !== 0 && tally.failed === 0) {
    console.error(`${name}: the runner ended with ${code}`);
    return addTallies(tally, { ...noTests, failed: 1 });
  }
  return tally;
}

const vitest = (name: string, ...projects: string[]): Promise<Tally> =>
  tallyOf(
    name,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      ...projects.map((project) => `--project=${project}`),
      "--reporter=default",
      "--reporter=json",
      "--outputFile.json=REPORT",
    ],
    {},
    vitestTally,
  );
// The files that share a real Neo4j run one after another and wait for it half of the time: the others run beside them.
const units = (await Promise.all([vitest("vitest", "node", "client"), vitest("neo4j", "neo4j")])).reduce(addTallies);

const chromium = findChromium(process.env);
let browser: Tally;
if (chromium === null) {
  console.error(`Journeys in a browser: ${inCi ? "failed" : "skipped"}, no Chromium was found; install it or name it in CHROMIUM`);
  browser = { ...noTests, ...(inCi ? { failed: 1 } : { skipped: 1 }) };
} else {
  browser = await tallyOf(
    "journeys",
    ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
    { CHROMIUM: chromium },
    playwrightTally,
  );
}

rmSync(reports, { recursive: true });
const total = addTallies(units, browser);
console.log(tallyLine(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
