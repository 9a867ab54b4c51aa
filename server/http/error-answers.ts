import type { ErrorRequestHandler, RequestHandler } from "express";
import type { ApiError } from "#graph/model/api-error.ts";
import { HttpFault } from "./fault.ts";
import { faultOf } from "./fault-of.ts";

/** The one place where an error becomes an answer. */
export const errorAnswers: ErrorRequestHandler = (error, request, response, next) => {
  const { status, retryAfter, ...told } = faultOf(error);
  if (status >= 500) request.log.error({ err: error }, "request failed");
  if (response.headersSent) return next(error);
  if (retryAfter !== undefined) response.setHeader("Retry-After", String(retryAfter));
  const body: ApiError = { error: { ...told, requestId: String(request.id) } };
  response.status(status).json(body);
};

export const unknownRoute: RequestHandler = (request) => {
  throw new HttpFault({
    status: 404,
    code: "not_found",
    message: `nothing answers ${request.method} ${request.originalUrl.split("?")[0]}`,
    remedy: "GET /api/v1/openapi.json lists every call",
  });
};
