import { parseArgs } from "node:util";
import type { BenchReport, BenchRow } from "./bench/report.ts";

interface BenchSize {
  /** Of the synthetic dataset that is seeded (10,000 unless told), or of the made-up graph on the page (1,000, 10,000 and 100,000 unless told). */
  entities?: number;
  /** Medians are taken over so many rounds; 3 unless told, 9 on the page. */
  rounds?: number;
}

/**
 * `npm run bench [name] [--entities N] [--rounds N] [--json]`: measures, and prints each figure beside its baseline. A bench is
 * loaded when it is run; `seed-neo4j` starts a throwaway server in Java.
 */
const benches: Readonly<Record<string, (size: BenchSize) => Promise<BenchReport>>> = {
  seed: async (size) => (await import("./bench/seed.ts")).benchSeed(size),
  "seed-neo4j": async (size) => {
    const [{ benchSeed }, { onThrowawayNeo4j }] = await Promise.all([import("./bench/seed.ts"), import("./bench/neo4j.ts")]);
    return onThrowawayNeo4j((neo4j) => benchSeed({ ...size, store: "neo4j", neo4j }));
  },
  api: async () => (await import("./bench/api.ts")).benchApi(),
  "api-neo4j": async () => {
    const [{ benchApi }, { onThrowawayNeo4j }] = await Promise.all([import("./bench/api.ts"), import("./bench/neo4j.ts")]);
    return onThrowawayNeo4j((neo4j) => benchApi(neo4j));
  },
  extract: async (size) => (await import("./bench/extract.ts")).benchExtract(size),
  client: async (size) => (await import("./bench/client/run.ts")).benchClient(size),
};

const rounded = (value: number | undefined): string => (value === undefined ? "" : value >= 100 ? value.toFixed(0) : value.toPrecision(3));

function table({ name, rows }: BenchReport): string {
  const heading = ["what", "ours", "worst", "baseline", "ratio", "unit", "goal"];
  const cells = rows.map((it: BenchRow) => [
    it.what,
    rounded(it.ours),
    rounded(it.worst),
    rounded(it.baseline),
    rounded(it.ratio),
    it.unit,
    it.goal ?? "",
  ]);
  const widths = heading.map((_, column) => Math.max(...[heading, ...cells].map((row) => (row[column] ?? "").length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [name, line(heading), ...cells.map(line), ""].join("\n");
}

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false }, entities: { type: "string" }, rounds: { type: "string" } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(", ")} is not a bench; ${Object.keys(benches).join(", ")} are\n`);
  process.exit(1);
}

const whole = (name: "entities" | "rounds"): { [key: string]: number } => {
  const given = values[name];
  if (given === undefined) return {};
  if (/^[1-9]\d*$/.test(given)) return { [name]: Number(given) };
  process.stderr.write(`--${name} was given "${given}"; a whole number from 1 is accepted\n`);
  process.exit(1);
};
const size: BenchSize = { ...whole("entities"), ...whole("rounds") };

const reports: BenchReport[] = [];
for (const [name, run] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const report = await run(size);
  reports.push(report);
  if (!values.json) process.stdout.write(`${table(report)}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
