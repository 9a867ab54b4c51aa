import { constants } from "node:zlib";
import compression from "compression";
import express, { type Express } from "express";
import type { Logger } from "pino";
import type { DocumentTexts } from "#graph/queries/document-texts.ts";
import { joinedTexts, keptTexts } from "#graph/queries/kept-texts.ts";
import { warmSearch } from "#graph/queries/search/search.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { Config } from "./config.ts";
import { endpoints } from "./endpoints.ts";
import { clientFiles } from "./http/client-files.ts";
import { editorToken } from "./http/editor-token.ts";
import { errorAnswers, unknownRoute } from "./http/error-answers.ts";
import { mount } from "./http/mount.ts";
import { headers, type RateLimits, rates, usualRates } from "./http/protection.ts";
import { requestLog } from "./http/request-log.ts";
import { UnderWay } from "./http/under-way.ts";
import { localRoutes } from "./local/routes.ts";
import { seedingOf } from "./local/seeding.ts";
import { openApi } from "./openapi.ts";
import { Applying } from "./reviews/applying.ts";

export interface AppDeps {
  store: GraphStore;
  /** `llm`: a second reader of documents. */
  config: Pick<Config, "editorToken"> & Partial<Pick<Config, "llm">>;
  /** The documents' texts that the user has supplied, besides those that the store keeps. */
  documents: DocumentTexts;
  logger: Logger;
  now: () => Date;
  /** The version that OpenAPI tells. */
  version: string;
  /** The built client; without it only the API answers. */
  clientFolder?: string;
  rateLimits?: RateLimits;
  /** Bytes of the largest upload. */
  uploadLimit?: number;
  /** Lets commands on this machine in that know it; without one they find no door. */
  localSecret?: string;
  /** What can wait gives way to the requests that it counts. */
  underWay?: UnderWay;
}

const usualUploadLimit = 64 * 1024 * 1024;

/** The whole HTTP side, without an environment and without listening. */
export function createApp(deps: AppDeps): Express {
  const {
    store,
    config,
    documents,
    logger,
    now,
    version,
    clientFolder,
    rateLimits = usualRates,
    uploadLimit = usualUploadLimit,
    underWay = new UnderWay(),
  } = deps;
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.use(requestLog(logger), headers);

  const api = express.Router();
  // Quality 4: later levels take several times as long for a few per cent.
  api.use(rates(rateLimits), compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } }));
  const description = openApi(endpoints, { version });
  api.get("/openapi.json", (_request, response) => void response.json(description));
  api.use(underWay.handler);
  // The first search after a revision then finds its index built.
  const warm = () =>
    void warmSearch({ store }, underWay.giveWay).catch((error: unknown) => logger.warn({ err: error }, "the search index waits"));
  const applying = new Applying({ onEnd: warm });
  const texts = joinedTexts(documents, keptTexts(store));
  const around = { store, texts, now, applying, reader: config.llm ?? null };
  api.use(mount(endpoints, { around, guard: editorToken(config.editorToken), uploadLimit }));
  api.use(unknownRoute);

  if (deps.localSecret !== undefined)
    app.use("/local/v1", localRoutes({ secret: deps.localSecret, store, seeding: seedingOf(store), applying }));
  app.use("/api/v1", api);
  app.use("/api", unknownRoute);
  app.use(clientFiles(clientFolder), unknownRoute);
  app.use(errorAnswers);
  return app;
}
