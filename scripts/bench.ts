import { parseArgs } from "node:util";
import type { BenchReport, BenchRow } from "./bench/report.ts";

/** `npm run bench [name] [--json]`: measures, and prints each figure beside its baseline. A bench is loaded when it is run. */
const benches: Readonly<Record<string, () => Promise<BenchReport>>> = {
  seed: async () => (await import("./bench/seed.ts")).benchSeed(),
  api: async () => (await import("./bench/api.ts")).benchApi(),
  client: async () => (await import("./bench/client/run.ts")).benchClient(),
};

const rounded = (value: number | undefined): string => (value === undefined ? "" : value >= 100 ? value.toFixed(0) : value.toPrecision(3));

function table({ name, rows }: BenchReport): string {
  const heading = ["what", "ours", "baseline", "ratio", "unit", "goal"];
  const cells = rows.map((it: BenchRow) => [it.what, rounded(it.ours), rounded(it.baseline), rounded(it.ratio), it.unit, it.goal ?? ""]);
  const widths = heading.map((_, column) => Math.max(...[heading, ...cells].map((row) => (row[column] ?? "").length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [name, line(heading), ...cells.map(line), ""].join("\n");
}

const { values, positionals } = parseArgs({ options: { json: { type: "boolean", default: false } }, allowPositionals: true });
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(", ")} is not a bench; ${Object.keys(benches).join(", ")} are\n`);
  process.exit(1);
}

const reports: BenchReport[] = [];
for (const [name, run] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const report = await run();
  reports.push(report);
  if (!values.json) process.stdout.write(`${table(report)}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
