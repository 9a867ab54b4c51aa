import { createInterface } from "node:readline/promises";

/** Asks a person at the terminal; only a plain yes is one. */
export async function confirmed(question: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*(?:y|yes|是)\s*$/i.test(await prompt.question(`${question} [y/N] `));
  } finally {
    prompt.close();
  }
}
