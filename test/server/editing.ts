import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import supertest, { type Test } from "supertest";
import { seed } from "#graph/changes/seed.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { apiError } from "#graph/model/api-error.ts";
import { noTexts } from "#graph/queries/document-texts.ts";
import { openStore } from "#graph/store/open-store.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type AppDeps, createApp } from "#server/app.ts";

export const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const token = "correct-horse-battery";

export interface Editing {
  store: GraphStore;
  get(path: string, editor?: string): Test;
  post(path: string, body?: unknown, editor?: string): Test;
  /** The dataset that the store would export now, as the json format prints it. */
  exported(): Promise<JsonDataset>;
  /** The same store behind an app with other dependencies. */
  with(deps: Partial<AppDeps>): Omit<Editing, "with" | "close">;
  close(): Promise<void>;
}

type JsonRecord = Record<string, unknown> & { id: string; name: string };
export type JsonDataset = { documents: JsonRecord[]; entities: JsonRecord[]; statements: JsonRecord[]; evidence: JsonRecord[] } & Record<
  string,
  unknown
>;

/** The app over an embedded store that the small town's dataset was seeded into, asked with the editor token. */
export async function openEditing(): Promise<Editing> {
  const folder = await mkdtemp(join(tmpdir(), "atlas-editing-"));
  const store = await openStore({ dataDir: folder });
  await store.prepare();
  const { dataset, sources } = await readDataset(fixture("one-company-one-project"));
  const now = new Date("2026-01-01T00:00:00Z");
  await seed({ store, dataset, name: "small-town", sources, author: "seed", message: "first", now });
  const behind = (deps: Partial<AppDeps>): Omit<Editing, "with" | "close"> => {
    const api = supertest(
      createApp({
        store,
        config: { editorToken: token },
        documents: noTexts,
        logger: pino({ level: "silent" }),
        now: () => new Date("2026-01-02T03:04:05Z"),
        version: "0.0.0",
        ...deps,
      }),
    );
    const allowed = (test: Test, editor: string | undefined): Test => {
      test.set("Authorization", `Bearer ${token}`);
      return editor === undefined ? test : test.set("X-Editor", encodeURIComponent(editor));
    };
    return {
      store,
      get: (path, editor) => allowed(api.get(`/api/v1${path}`), editor),
      post: (path, body, editor) => {
        const test = allowed(api.post(`/api/v1${path}`), editor);
        return body === undefined ? test : test.send(body as object);
      },
      exported: async () => (await api.get("/api/v1/export?format=json")).body as JsonDataset,
    };
  };
  return {
    ...behind({}),
    with: behind,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const errorOf = (response: { body: unknown }) => apiError.parse(response.body).error;

/** The dataset with its company under another name. */
export function renamed(dataset: JsonDataset, to: string): JsonDataset {
  const next = structuredClone(dataset);
  const company = next.entities.find((it) => it.id === "co-heshan");
  if (company !== undefined) company.name = to;
  return next;
}
