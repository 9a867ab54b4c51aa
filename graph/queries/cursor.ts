import { createHash } from "node:crypto";
import { z } from "zod";
import { InputInvalid } from "./fault.ts";

/** `scope` is the question with its filters: a cursor of one question is none of another. */
interface CursorOf<T> {
  scope: readonly unknown[];
  shape: z.ZodType<T>;
}

const digest = (scope: readonly unknown[], body: string): string =>
  createHash("sha256").update(JSON.stringify(scope)).update("\n").update(body).digest("base64url").slice(0, 16);

/** The place after which the next page begins, as text that a client passes back unread. */
export const encodeCursor = (scope: readonly unknown[], place: unknown): string => {
  const body = Buffer.from(JSON.stringify(place)).toString("base64url");
  return `${body}.${digest(scope, body)}`;
};

/** Throws InputInvalid for a cursor that was not made by `encodeCursor` for the same question. */
export function decodeCursor<T>({ scope, shape }: CursorOf<T>, cursor: string): T {
  const [body = "", sum = ""] = cursor.split(".");
  if (sum === "" || sum !== digest(scope, body)) throw forged();
  const parsed = z.safeParse(shape, JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
  if (!parsed.success) throw forged();
  return parsed.data;
}

const forged = () =>
  new InputInvalid({
    path: "cursor",
    fault: "it does not belong to this question",
    remedy: "pass `next` of the page before, with the same filters, or leave it out",
  });
