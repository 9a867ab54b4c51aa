import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { HttpFault } from "./fault.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Lets pass who has the token: 401 without one, 403 with another, or when this server has none and so is read-only. */
export const editorToken =
  (token: string | null): RequestHandler =>
  (request, response, next) => {
    const given = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (token === null) {
      throw new HttpFault({
        status: 403,
        code: "forbidden",
        message: "this server is read-only: it has no EDITOR_TOKEN",
        remedy: "set EDITOR_TOKEN and start it again, or use npm run seed",
      });
    }
    if (given === undefined) {
      response.setHeader("WWW-Authenticate", "Bearer");
      throw new HttpFault({
        status: 401,
        code: "unauthorised",
        message: "writing needs the editor token",
        remedy: "send Authorization: Bearer EDITOR_TOKEN",
      });
    }
    if (!timingSafeEqual(digest(given), digest(token))) {
      throw new HttpFault({
        status: 403,
        code: "forbidden",
        message: "this is not the editor token",
        remedy: "use the token that the server was started with",
      });
    }
    next();
  };
