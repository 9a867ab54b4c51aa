import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { problemLine } from "#graph/dataset/problem.ts";
import { buildDictionary } from "#graph/extraction/dictionary/dictionary.ts";
import { type ExtractedDocument, extractDocument } from "#graph/extraction/proposals/extract-document.ts";
import { indexKnown } from "#graph/extraction/proposals/known.ts";
import { DocumentUnreadable } from "#graph/extraction/reading/unreadable.ts";
import { date } from "#graph/model/period.ts";
import { type Exit, exits, readSettings, runCommand, type Terminal, UsageError } from "./command/command.ts";
import { answerOf } from "./extract/answer.ts";
import { readKnownDataset } from "./extract/known.ts";
import { printExtraction } from "./extract/print.ts";

interface ExtractFlags {
  files: string[];
  published: string | undefined;
  json: boolean;
}

/** Whether a day of this date is in the calendar: 2024-02-30 is none. */
const exists = (text: string): boolean =>
  date.safeParse(text).success && (text.length < 10 || new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true);

function flagsOf(args: string[]): ExtractFlags {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { published: { type: "string" }, json: { type: "boolean", default: false } },
  });
  if (positionals.length === 0)
    throw new UsageError("give one or more files: npm run extract -- report.txt [--published 2024-03] [--json]");
  if (values.published !== undefined && !exists(values.published))
    throw new UsageError(`--published "${values.published}" is no date; give YYYY, YYYY-MM or YYYY-MM-DD`);
  return { files: positionals, published: values.published, json: values.json };
}

/** A file's bytes. Throws DocumentUnreadable. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const fault = code === "ENOENT" ? "no such file" : code === "EISDIR" ? "it is a folder" : `it cannot be read (${code})`;
    throw new DocumentUnreadable({ file: basename(path), fault, remedy: "give the path of a document", cause });
  }
}

async function extractCommand({ files, published, json }: ExtractFlags, terminal: Terminal): Promise<Exit> {
  const settings = readSettings();
  const { dataset, note } = await readKnownDataset(settings);
  if (note !== null) terminal.err(note);
  const dictionary = buildDictionary(dataset);
  const known = indexKnown(dataset);
  const extracted: ExtractedDocument[] = [];
  let faults = 0;
  for (const path of files)
    try {
      extracted.push(
        await extractDocument({ name: path, bytes: await bytesOf(path), published, dictionary, known, endpoint: settings.llm }),
      );
    } catch (error) {
      if (!(error instanceof DocumentUnreadable)) throw error;
      faults += 1;
      const { file, row, column, fault, remedy } = error;
      terminal.err(problemLine({ file, row, column, message: `${fault}; ${remedy}` }));
    }
  if (faults > 0) return exits.invalid;
  const answers = extracted.map(answerOf);
  terminal.out(json ? JSON.stringify(answers.length === 1 ? answers[0] : answers) : extracted.map(printExtraction).join("\n\n"));
  return exits.done;
}

await runCommand("extract", (terminal) => extractCommand(flagsOf(process.argv.slice(2)), terminal));
