import type { RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { HttpFault } from "./fault.ts";

/**
 * Everything comes from this server. Style attributes and style elements are allowed inline, because the Cypher editor
 * writes its theme as a style element and charts place their tooltip by one; scripts are not.
 */
export const headers: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Plain http on a loopback address is the usual case; a proxy that adds TLS adds this header too.
  hsts: false,
});

export interface RateLimits {
  windowMs: number;
  /** Requests of one address in a window. */
  limit: number;
  /** The same for this machine itself. */
  loopbackLimit: number;
}

export const usualRates: RateLimits = { windowMs: 60_000, limit: 1_200, loopbackLimit: 60_000 };

const isLoopback = (address: string): boolean => /^(?:::1|(?:::ffff:)?127\.)/.test(address);

export const rates = ({ windowMs, limit, loopbackLimit }: RateLimits): RequestHandler =>
  rateLimit({
    windowMs,
    limit: (request) => (isLoopback(request.ip ?? "") ? loopbackLimit : limit),
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ""),
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      const retryAfter = Math.ceil(windowMs / 1000);
      next(
        new HttpFault({
          status: 429,
          code: "too_many_requests",
          message: "too many requests from this address",
          remedy: `try again in ${retryAfter} s`,
          retryAfter,
        }),
      );
    },
  });
