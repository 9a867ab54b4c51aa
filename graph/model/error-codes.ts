/** What kind of fault the API answers with. */
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
