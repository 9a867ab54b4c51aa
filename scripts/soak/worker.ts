/**
 * The process that `npm run soak` kills: applies one of two states of a dataset, or puts a backup back, and says `writing` when it
 * begins and `done` when it is through. Its one argument is a task as JSON.
 */

import { apply } from "#graph/changes/apply.ts";
import type { Backup } from "#graph/changes/backup/backups.ts";
import { keepBackups } from "#graph/changes/backup/keep-backups.ts";
import { restoreDump } from "#graph/changes/backup/restore-dump.ts";
import { compare } from "#graph/changes/compare.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { heldSource } from "#graph/dataset/source.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { openStore, replaceEmbeddedStore, type StoreSettings } from "#graph/store/open-store.ts";

export type SoakTask = { settings: StoreSettings } & (
  | { action: "apply"; data: string; state: "whole" | "altered"; backups: string }
  | { action: "restore"; backup: Backup }
);

/** Every third entity renamed, every tenth statement gone: enough changes for any path through apply. */
function altered(dataset: Dataset): Dataset {
  const dropped = new Set<string>(dataset.statements.filter((_, index) => index % 10 === 0).map((it) => it.id));
  return {
    ...dataset,
    entities: dataset.entities.map((it, index) => (index % 3 === 0 ? { ...it, name: `${it.name}·改` } : it)),
    statements: dataset.statements.filter((it) => !dropped.has(it.id)),
    evidence: dataset.evidence.filter((it) => !dropped.has(it.statement)),
  };
}

const say = (word: string): void => void process.stdout.write(`${word}\n`);

async function applyState(task: Extract<SoakTask, { action: "apply" }>): Promise<void> {
  const { dataset } = await readDataset(task.data);
  const store = keepBackups(await openStore(task.settings), { folder: task.backups });
  await store.prepare();
  const changeSet = await compare({ store, source: heldSource(task.state === "altered" ? altered(dataset) : dataset), name: "soak" });
  say("writing");
  await apply({ store, changeSet, author: "soak", message: task.state, sources: [], now: new Date() });
  await store.close();
}

async function restore({ settings, backup }: Extract<SoakTask, { action: "restore" }>): Promise<void> {
  say("writing");
  if (backup.form === "files") return replaceEmbeddedStore(settings, backup.path);
  const store = await openStore(settings);
  await restoreDump({ store, file: backup.path });
  await store.close();
}

const task = JSON.parse(process.argv[2] ?? "") as SoakTask;
await (task.action === "apply" ? applyState(task) : restore(task));
say("done");
