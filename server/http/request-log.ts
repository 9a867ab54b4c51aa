import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { type HttpLogger, pinoHttp } from "pino-http";

/** A request id that a proxy passed on is kept when it is harmless; headers are never logged. */
const passedOn = /^[\w.-]{8,64}$/;

/** One line a request: method, path, status, time. No query of a person, no header, no body. */
export const requestLog = (logger: Logger): HttpLogger =>
  pinoHttp({
    logger,
    genReqId: (request, response) => {
      const given = request.headers["x-request-id"];
      const id = typeof given === "string" && passedOn.test(given) ? given : randomUUID();
      response.setHeader("X-Request-Id", id);
      return id;
    },
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode >= 500 ? "error" : response.statusCode >= 400 ? "info" : "debug",
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split("?")[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
