import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RequestHandler } from "express";
import sirv from "sirv";
import { HttpFault } from "./fault.ts";

/** The built client, pre-compressed where a file has a .br or .gz beside it; its pages all are index.html. */
export function clientFiles(folder: string | undefined): RequestHandler {
  if (folder === undefined || !existsSync(join(folder, "index.html"))) return notBuilt;
  return sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    single: true,
    // Looked for when it is asked for: what a new build has taken away under a running server is not there, and ends nothing.
    dev: true,
    setHeaders: (response, path) => {
      const kept = path.startsWith("/assets/");
      response.setHeader("Cache-Control", kept ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}

const notBuilt: RequestHandler = (request) => {
  throw new HttpFault({
    status: 404,
    code: "not_found",
    message: `${request.path.slice(0, 200)} is not here: the client has not been built`,
    remedy: "run npm start, which builds it, or npm run build; the API is under /api/v1",
  });
};
