import { existsSync } from "node:fs";
import { StoreLocked, StoreUnavailable } from "#graph/store/store.ts";
import { type Config, ConfigInvalid, parseConfig } from "#server/config.ts";

/** How a command ends. */
export const exits = { done: 0, failed: 1, invalid: 2, storeUnavailable: 3 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** The command line cannot be understood, or asks for what is not built. */
export class UsageError extends Error {}

/** Where a command reads and writes; its results go to `out`, everything else to `err`. */
export interface Terminal {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Both ends are a person's terminal. */
  interactive: boolean;
}

/** Settings from the environment and from a `.env` file beside it; what stands in the environment wins. Throws ConfigInvalid. */
export function readSettings(): Config {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseConfig(process.env);
}

/** Runs a command and sets the process's exit code: 2 for wrong input, 3 when the store is locked or does not answer. */
export async function runCommand(name: string, work: (terminal: Terminal) => Promise<Exit>): Promise<void> {
  const terminal: Terminal = {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
  };
  try {
    process.exitCode = await work(terminal);
  } catch (error) {
    terminal.err(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = exitOf(error);
  }
}

function exitOf(error: unknown): Exit {
  if (error instanceof StoreLocked || error instanceof StoreUnavailable) return exits.storeUnavailable;
  if (error instanceof ConfigInvalid || error instanceof UsageError || isParseArgsError(error)) return exits.invalid;
  return exits.failed;
}

const isParseArgsError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
