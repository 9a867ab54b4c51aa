import { z } from "zod";

export const errorCodes = [
  "invalid_input",
  "unauthorised",
  "forbidden",
  "not_found",
  "timed_out",
  "cancelled",
  "conflict",
  "too_large",
  "unsupported_type",
  "query_refused",
  "query_invalid",
  "too_many_requests",
  "internal",
  "not_built",
  "store_unavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The one envelope of every error. `details[0].position` is set for a query that was refused or is invalid. */
export const apiError = z
  .strictObject({
    error: z.strictObject({
      code: z.enum(errorCodes),
      message: z.string(),
      remedy: z.string(),
      details: z.array(
        z.strictObject({
          path: z.string().optional(),
          message: z.string(),
          position: z.strictObject({ offset: z.int(), line: z.int(), column: z.int() }).optional(),
        }),
      ),
      requestId: z.string(),
    }),
  })
  .meta({ id: "Error" });
export type ApiError = z.infer<typeof apiError>;
