import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { lintCypherQuery } from "@neo4j-cypher/language-support";
import { linterSchema } from "./cypher/linter-schema.ts";

/** Runs every Cypher text of the application through Neo4j's own linter, against the vocabulary. Exits 1 on an error or a warning. */
const root = fileURLToPath(new URL("..", import.meta.url));

interface Text {
  file: string;
  name: string;
  query: string;
}

async function textsIn(folder: string): Promise<Text[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile() && it.name.endsWith(".ts")).map((it) => join(it.parentPath, it.name));
  const found = await Promise.all(files.map(async (path) => exportsOf(path, await import(pathToFileURL(path).href))));
  return found.flat();
}

/** Exported constants named …Cypher, and the `query` of exported questions. */
function exportsOf(path: string, module: Record<string, unknown>): Text[] {
  const file = path.slice(root.length);
  return Object.entries(module).flatMap(([name, value]) => {
    if (typeof value === "string" && name.endsWith("Cypher")) return [{ file, name, query: value }];
    if (name !== "questions" || !Array.isArray(value)) return [];
    return value.map((question: { id: string; query: string }) => ({ file, name: question.id, query: question.query }));
  });
}

const parametersOf = (query: string): string[] => [...query.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? "");

const severities = ["", "error", "warning", "information", "hint"];
const texts = (await Promise.all(["graph/queries", "graph/changes", "client/queries"].map(textsIn))).flat();
let faults = 0;
for (const { file, name, query } of texts) {
  const { diagnostics } = lintCypherQuery(query, linterSchema(parametersOf(query)));
  for (const { severity = 1, range, message } of diagnostics) {
    if (severity <= 2) faults += 1;
    const text = typeof message === "string" ? message : (message as { value: string }).value;
    process.stderr.write(`${file} ${name} ${range.start.line + 1}:${range.start.character + 1}: ${severities[severity]}: ${text}\n`);
  }
}
process.stdout.write(`${texts.length} Cypher texts checked, ${faults} faults\n`);
process.exit(faults === 0 && texts.length > 0 ? 0 : 1);
