import { type Asked, ask, numberOf } from "./rows.ts";

export const revisionNumberCypher = `MATCH (r:Revision)
RETURN max(r.number) AS number`;

/** Number of the newest revision; 0 before the first. */
export async function revisionNumber(asked: Asked): Promise<number> {
  const [row] = await ask(asked, revisionNumberCypher);
  return numberOf(row?.number);
}
