import { parseArgs } from "node:util";
import { exits, runCommand, UsageError } from "./command/command.ts";
import { writeSyntheticDataset } from "./command/synthetic-dataset.ts";

function flagsOf(args: string[]): { entities: number; out: string; seed: number } {
  const { values } = parseArgs({
    args,
    options: { entities: { type: "string" }, out: { type: "string" }, seed: { type: "string", default: "1" } },
  });
  const whole = (name: string, text: string | undefined, least: number): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) throw new UsageError(`--${name} must be a whole number from ${least}`);
    return value;
  };
  if (values.out === undefined || values.out === "") throw new UsageError("--out FOLDER is missing");
  return { entities: whole("entities", values.entities, 20), out: values.out, seed: whole("seed", values.seed, 0) };
}

await runCommand("generate", async (terminal) => {
  const flags = flagsOf(process.argv.slice(2));
  const { entities, statements, metrics } = await writeSyntheticDataset(flags);
  terminal.err(`wrote ${flags.out}: ${entities} entities, ${statements} statements, ${metrics} metrics, all made up`);
  return exits.done;
});
