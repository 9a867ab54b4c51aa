import express, { type Request, type RequestHandler, type Response, Router } from "express";
import type { Endpoint, Surroundings } from "./endpoint.ts";
import { nothingUploaded, type Uploaded, uploadBody } from "./upload.ts";

export interface MountOptions {
  around: Surroundings;
  /** Lets pass who may write. */
  guard: RequestHandler;
  /** Bytes of the largest upload. */
  uploadLimit: number;
}

/** Routes the endpoints: parses what comes in, runs, sends what comes out. A parsing error reaches the error answers. */
export function mount(endpoints: readonly Endpoint[], { around, guard, uploadLimit }: MountOptions): Router {
  const router = Router();
  for (const it of endpoints) {
    const path = it.path.replace(/\{(\w+)\}/g, ":$1");
    // The token comes before the body: who may not write need not send one.
    if (it.writes) router[it.method](path, guard);
    if (it.body) router[it.method](path, express.json({ limit: `${it.bodyMb ?? 1}mb` }));
    if (it.uploads) router[it.method](path, uploadBody(uploadLimit));
    router[it.method](path, async (request, response) => {
      const input = {
        ...it.params?.parse(request.params),
        ...it.query?.parse(request.query),
        ...it.body?.parse(request.body ?? {}),
      };
      const asked = { store: around.store, signal: goneAway(response) };
      const upload = it.uploads ? (request.body as Uploaded) : nothingUploaded;
      const answer = await it.run({ input, asked, around, request, response, upload, editor: editorOf(request) });
      if (answer !== undefined && !response.headersSent) response.status(it.status ?? 200).json(answer);
    });
  }
  return router;
}

/** A header holds no Chinese, so the name may be percent-encoded. */
function editorOf(request: Request): string {
  const given = request.get("X-Editor")?.trim().slice(0, 300);
  if (given === undefined || given === "") return "editor";
  try {
    return decodeURIComponent(given).slice(0, 100);
  } catch {
    return given.slice(0, 100);
  }
}

/** Aborts when the connection closes before the answer is complete. */
function goneAway(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
