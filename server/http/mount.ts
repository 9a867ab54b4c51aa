import { type Response, Router } from "express";
import { editorToken } from "./editor-token.ts";
import type { Endpoint, Surroundings } from "./endpoint.ts";

/** Routes the endpoints: parses what comes in, runs, sends what comes out. A parsing error reaches the error answers. */
export function mount(endpoints: readonly Endpoint[], around: Surroundings): Router {
  const router = Router();
  const guard = editorToken(around.config.editorToken);
  for (const it of endpoints) {
    const path = it.path.replace(/\{(\w+)\}/g, ":$1");
    if (it.writes) router[it.method](path, guard);
    router[it.method](path, async (request, response) => {
      const input = {
        ...it.params?.parse(request.params),
        ...it.query?.parse(request.query),
        ...it.body?.parse(request.body ?? {}),
      };
      const signal = goneAway(response);
      const answer = await it.run({ input, asked: { store: around.store, signal }, around, request, response });
      if (answer !== undefined && !response.headersSent) response.status(it.status ?? 200).json(answer);
    });
  }
  return router;
}

/** Aborts when the connection closes before the answer is complete. */
function goneAway(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
