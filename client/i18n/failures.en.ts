import type { ErrorCode } from "#graph/model/error-codes.ts";

/** What to do for readers of English, where the server tells a program which of its calls to make. */
export const remediesEn: Readonly<Partial<Record<ErrorCode, string>>> = {
  invalid_input: "Correct what is named and send it again.",
  not_found: "It may have been merged or withdrawn; search for it again.",
  conflict: "Look at it as it is now, and decide again.",
};
