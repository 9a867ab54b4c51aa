import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { HttpFault } from "./fault.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether a request carries this token; takes the same time whatever it carries. */
export const carries = (authorization: string | undefined, token: string): boolean => {
  const given = bearer(authorization);
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
};

const bearer = (authorization: string | undefined): string | undefined => /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];

/** Lets pass who has the token: 401 without one, 403 with another, or when this server has none and so is read-only. */
export const editorToken =
  (token: string | null): RequestHandler =>
  (request, response, next) => {
    if (token === null) {
      throw new HttpFault({
        status: 403,
        code: "forbidden",
        message: "this server is read-only: it has no EDITOR_TOKEN",
        remedy: "set EDITOR_TOKEN and start it again, or use npm run seed",
      });
    }
    if (bearer(request.headers.authorization) === undefined) {
      response.setHeader("WWW-Authenticate", "Bearer");
      throw new HttpFault({
        status: 401,
        code: "unauthorised",
        message: "writing needs the editor token",
        remedy: "send Authorization: Bearer EDITOR_TOKEN",
      });
    }
    if (!carries(request.headers.authorization, token)) {
      throw new HttpFault({
        status: 403,
        code: "forbidden",
        message: "this is not the editor token",
        remedy: "use the token that the server was started with",
      });
    }
    next();
  };
