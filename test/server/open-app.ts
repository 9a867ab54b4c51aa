import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import supertest from "supertest";
import { openStore, type StoreSettings } from "#graph/store/open-store.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type AppDeps, createApp } from "#server/app.ts";
import { documentFolder } from "#server/document-folder.ts";
import { memoText, seedTinyAtlas } from "./tiny-atlas.ts";

export interface OpenApp {
  store: GraphStore;
  api: ReturnType<typeof supertest>;
  folder: string;
  /** The same store behind an app with other dependencies. */
  app(deps: Partial<AppDeps>): ReturnType<typeof supertest>;
  close(): Promise<void>;
}

/** The app over a real store with the tiny atlas, embedded unless told otherwise, without a port. */
export async function openApp(neo4j?: StoreSettings["neo4j"]): Promise<OpenApp> {
  const folder = await mkdtemp(join(tmpdir(), "atlas-api-"));
  await writeFile(join(folder, "memo.txt"), memoText);
  const store = await openStore({ dataDir: folder, ...(neo4j === undefined ? {} : { neo4j }) });
  await seedTinyAtlas(store);
  const app = (deps: Partial<AppDeps>) =>
    supertest(
      createApp({
        store,
        config: { editorToken: null },
        documents: documentFolder(folder),
        logger: pino({ level: "silent" }),
        now: () => new Date("2026-01-02T03:04:05Z"),
        version: "0.0.0",
        ...deps,
      }),
    );
  return {
    store,
    folder,
    app,
    api: app({}),
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
