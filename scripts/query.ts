import { parseArgs } from "node:util";
import Papa from "papaparse";
import type { Value } from "#graph/model/cypher-result.ts";
import { QueryCancelled, QueryInvalid, QueryRefused, QueryTimedOut } from "#graph/store/store.ts";
import { exits, readSettings, runCommand, UsageError } from "./command/command.ts";
import { openReading, QueryNotAnswered } from "./query/open-reading.ts";

interface QueryFlags {
  text: string;
  parameters: Record<string, Value>;
  form: "json" | "csv" | "table";
}

/** A parameter's value: JSON where it is some, else text. */
function parameterValue(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

function flagsOf(args: string[]): QueryFlags {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { param: { type: "string", multiple: true }, json: { type: "boolean" }, csv: { type: "boolean" } },
  });
  const [text, ...more] = positionals;
  if (text === undefined || more.length > 0)
    throw new UsageError('give one query in quotes: npm run query -- "MATCH (n) RETURN count(n) AS total"');
  if (values.json && values.csv) throw new UsageError("give --json or --csv, not both");
  const parameters: Record<string, Value> = {};
  for (const given of values.param ?? []) {
    const at = given.indexOf("=");
    if (at < 1) throw new UsageError(`--param ${given} is not name=value`);
    parameters[given.slice(0, at)] = parameterValue(given.slice(at + 1));
  }
  return { text, parameters, form: values.json ? "json" : values.csv ? "csv" : "table" };
}

const cell = (value: Value | undefined): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

function print(columns: readonly string[], rows: readonly Value[][], form: QueryFlags["form"]): string {
  if (form === "json")
    return JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null]))));
  const cells = rows.map((row) => columns.map((_, index) => cell(row[index])));
  if (form === "csv") return Papa.unparse({ fields: [...columns], data: cells }, { newline: "\n" });
  return [columns, ...cells].map((row) => row.join("\t")).join("\n");
}

await runCommand("query", async (terminal) => {
  const { text, parameters, form } = flagsOf(process.argv.slice(2));
  const reading = await openReading(readSettings());
  try {
    const { columns, rows, truncated } = await reading.read({ text, parameters });
    terminal.out(print(columns, rows, form));
    if (truncated) terminal.err(`only the first ${rows.length} rows are shown; add a LIMIT`);
    return exits.done;
  } catch (error) {
    const refused = [QueryRefused, QueryInvalid, QueryTimedOut, QueryCancelled, QueryNotAnswered].some((it) => error instanceof it);
    if (!refused) throw error;
    terminal.err((error as Error).message);
    return exits.invalid;
  } finally {
    await reading.close();
  }
});
