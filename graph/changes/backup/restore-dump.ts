import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { GraphStore } from "#graph/store/store.ts";
import { runSteps } from "../apply.ts";
import { askStore } from "../ask.ts";
import { writeJournaled } from "../journal.ts";
import type { Step } from "../steps.ts";
import type { DumpLine } from "./dump.ts";

/** The file is no dump, or not a whole one. */
export class DumpInvalid extends Error {
  constructor(file: string, fault: string) {
    super(`Restore refused: ${file} ${fault}; nothing was changed, choose another backup`);
    this.name = "DumpInvalid";
  }
}

/** Labels and types stand in query texts, so they are names and nothing else. */
const plainName = /^[A-Za-z][A-Za-z0-9_]*$/;
const rowsAtOnce = 2000;
const charactersAtOnce = 2_000_000;

/** Each line with its length. */
async function* linesIn(file: string): AsyncGenerator<{ line: DumpLine; length: number }> {
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined).setEncoding("utf8");
  let rest = "";
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield { line: JSON.parse(line) as DumpLine, length: line.length };
  }
}

interface Size {
  nodes: number;
  links: number;
}

/** Reads the file once through before anything is changed. */
async function checkDump(file: string): Promise<Size> {
  const found = { nodes: 0, links: 0 };
  let end: DumpLine | null = null;
  try {
    for await (const { line } of linesIn(file)) {
      if (line[0] === "end") end = line;
      else if (line[0] === "node") found.nodes += 1;
      else found.links += 1;
      const names = line[0] === "node" ? line[2] : line[0] === "link" ? [line[3]] : [];
      const odd = names.find((name) => !plainName.test(name));
      if (odd !== undefined) throw new DumpInvalid(file, `has a label or type ${JSON.stringify(odd)}`);
    }
  } catch (error) {
    throw error instanceof DumpInvalid
      ? error
      : new DumpInvalid(file, `cannot be read (${error instanceof Error ? error.message : error})`);
  }
  if (end === null || end[1] !== found.nodes || end[2] !== found.links) throw new DumpInvalid(file, "is cut off");
  return found;
}

const countNodes = "MATCH (n) WHERE NOT n:Journal RETURN count(n) AS total";
const countLinks = "MATCH ()-[r]->() RETURN count(r) AS total";
const dropLinks = `MATCH ()-[r]->() WITH r LIMIT ${rowsAtOnce} DELETE r`;
const dropNodes = `MATCH (n) WHERE NOT n:Journal WITH n LIMIT ${rowsAtOnce} DETACH DELETE n`;
const createNodes = (labels: string): string =>
  `UNWIND $rows AS row CREATE (n${labels}:Restoring) SET n = row.properties, n.restoreKey = row.key`;
const createLinks = (type: string): string =>
  `UNWIND $rows AS row MATCH (a:Restoring {restoreKey: row.from}) MATCH (b:Restoring {restoreKey: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
const forgetKeys = `MATCH (n:Restoring) WITH n LIMIT ${rowsAtOnce} REMOVE n:Restoring, n.restoreKey`;

function* times(text: string, count: number): Generator<Step> {
  // Once more than counted: a small write may have come in between.
  for (let at = 0; at <= count; at += rowsAtOnce) yield { text, rows: [] };
}

/** Rows by the text that writes them; a group is written when it is large enough. */
function gatherer(): { add: (text: string, row: unknown, length: number) => Step | null; rest: () => Iterable<Step> } {
  const groups = new Map<string, { rows: unknown[]; length: number }>();
  return {
    add: (text, row, length) => {
      const group = groups.get(text) ?? { rows: [], length: 0 };
      groups.set(text, group);
      group.rows.push(row);
      group.length += length;
      if (group.rows.length < rowsAtOnce && group.length < charactersAtOnce) return null;
      groups.delete(text);
      return { text, rows: group.rows };
    },
    rest: () => [...groups].map(([text, { rows }]) => ({ text, rows })),
  };
}

/** Everything that stands goes, then what the dump holds comes; nodes carry the key by which links find them until the end. */
async function* restoreSteps({ file, standing, size }: { file: string; standing: Size; size: Size }): AsyncGenerator<Step> {
  yield* times(dropLinks, standing.links);
  yield* times(dropNodes, standing.nodes);
  const nodes = gatherer();
  const links = gatherer();
  let nodesDone = false;
  for await (const { line, length } of linesIn(file)) {
    let step: Step | null = null;
    if (line[0] === "node") {
      const [, key, labels, properties] = line;
      step = nodes.add(createNodes(labels.map((it) => `:${it}`).join("")), { key, properties }, length);
    } else if (line[0] === "link") {
      if (!nodesDone) yield* nodes.rest();
      nodesDone = true;
      const [, from, to, type, properties] = line;
      step = links.add(createLinks(type), { from, to, properties }, length);
    }
    if (step !== null) yield step;
  }
  if (!nodesDone) yield* nodes.rest();
  yield* links.rest();
  yield* times(forgetKeys, size.nodes);
}

/**
 * Puts the content of a dump in place of all that a store holds: through the journal, so that an interrupted restore is undone or
 * finished by whoever opens the store next (`recover`); staged on an engine that can. Throws DumpInvalid before anything is changed,
 * ApplyUnderWay, and the store's errors.
 */
export async function restoreDump({
  store,
  file,
  onProgress,
}: {
  store: GraphStore;
  file: string;
  onProgress?: (progress: { done: number; total: number }) => void;
}): Promise<void> {
  const size = await checkDump(file);
  await store.prepare();
  const ask = askStore(store);
  const steps = async () => {
    const count = async (text: string): Promise<number> => Number((await ask({ text }))[0]?.[0] ?? 0);
    return restoreSteps({ file, size, standing: { nodes: await count(countNodes), links: await count(countLinks) } });
  };
  if (store.stage === undefined) {
    const progress = onProgress === undefined ? {} : { onProgress };
    await writeJournaled({ store, ...progress }, async () => ({ steps: await steps(), value: null }));
    return;
  }
  const made = await steps();
  await store.stage((transaction) =>
    runSteps(made, async (step) => {
      await transaction.run({ text: step.text, parameters: { rows: step.rows } });
    }),
  );
}
