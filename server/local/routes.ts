import { type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { heldSource } from "#graph/dataset/source.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { carries } from "../http/editor-token.ts";
import { HttpFault } from "../http/fault.ts";
import { faultOf } from "../http/fault-of.ts";
import type { Applying } from "../reviews/applying.ts";
import { datasetEnd, datasetLines, datasetOfLines, parsedLines, writeLines } from "./lines.ts";
import type { Seeding } from "./seeding.ts";

export interface LocalOptions {
  secret: string;
  store: GraphStore;
  seeding: Seeding;
  applying: Applying;
}

/** What a seed sends before its dataset. */
const seedHead = z.strictObject({
  name: z.string(),
  message: z.string(),
  sources: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  /** The change set that the person agreed to; null while it is only asked for. */
  agreed: z.string().nullable(),
  /** A person is to see the changes. */
  isShown: z.boolean(),
  /** The first so many changes of each kind and table are enough; null for all. */
  sample: z.int().min(0).nullable(),
});

export type SeedHead = z.infer<typeof seedHead>;

const stale = new HttpFault({
  status: 409,
  code: "conflict",
  message: "the store has moved on since the dataset was compared, so nothing was written",
  remedy: "seed again, and look at what it would change now",
});

/** For commands on this machine that may read the data folder. Answers are JSON Lines; the last one says how it ended. */
export function localRoutes({ secret, store, seeding, applying }: LocalOptions): Router {
  const router = Router();
  router.use(onlyWith(secret));
  router.get("/known", async (_request, response) => {
    const { entities, documents } = await seeding.known();
    response.json({ entities: [...entities], documents: [...documents] });
  });
  router.get("/dataset", async (_request, response) => {
    response.type("application/x-ndjson").flushHeaders();
    await toTheEnd(response, async (signal) => {
      await writeLines(response, datasetLines(await readDatasetFromStore(store, { signal })));
      return datasetEnd;
    });
  });
  router.post("/seed", async (request, response) => {
    response.type("application/x-ndjson").flushHeaders();
    await toTheEnd(response, async (signal) => {
      const lines = parsedLines(request);
      const { name, message, sources, agreed, isShown, sample } = seedHead.parse((await lines.next()).value);
      const source = heldSource(await datasetOfLines(lines));
      const compared = await seeding.compare({ source, name, isShown, sample, signal });
      const { changes, ...rest } = compared.changeSet;
      if (agreed === null) {
        if (isShown) await writeLines(response, changes);
        return { compared: { ...compared, changeSet: { ...rest, changes: [] } } };
      }
      if (agreed !== rest.id) throw stale;
      const told = { changeSet: compared.changeSet, source, name, message, sources, signal };
      const revision = await applying.run(rest.id, (onProgress) =>
        seeding.apply({
          ...told,
          onProgress: (progress) => {
            onProgress(progress);
            response.write(`${JSON.stringify({ progress })}\n`);
          },
        }),
      );
      return { revision };
    });
  });
  return router;
}

/** Ends an answer of lines with what the work gives, or with what went wrong; stops the work when the command goes away. */
async function toTheEnd(response: Response, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const last = await work(gone.signal).catch((error: unknown) => {
    const fault = faultOf(error);
    if (fault.status >= 500) response.req.log.error({ err: error }, "local command failed");
    return { fault };
  });
  response.end(`${JSON.stringify(last)}\n`);
}

/** Of this machine, and with the secret of the data folder. */
const onlyWith =
  (secret: string): RequestHandler =>
  (request, _response, next) => {
    const { remoteAddress, localAddress } = request.socket;
    const isHere = remoteAddress === localAddress || /^(?:::1|(?:::ffff:)?127\.)/.test(remoteAddress ?? "");
    if (isHere && carries(request.headers.authorization, secret)) return next();
    throw new HttpFault({
      status: 403,
      code: "forbidden",
      message: "this is for commands of this machine that may read the data folder",
      remedy: "use the API below /api/v1",
    });
  };
