import { type Asked, ask, numberOf, textOf } from "./rows.ts";

export const revisionNumberCypher = `MATCH (r:Revision)
RETURN max(r.number) AS number`;

export const revisionMarksCypher = `MATCH (r:Revision) WHERE r.number IN $numbers
RETURN r.number AS number, r.at AS at, r.checksum AS checksum ORDER BY number`;

/** Number of the newest revision; 0 before the first. */
export async function revisionNumber(asked: Asked): Promise<number> {
  const [row] = await ask(asked, revisionNumberCypher);
  return numberOf(row?.number);
}

/** What tells these revisions from others that had their numbers before a backup was restored. */
export async function revisionMark(asked: Asked, numbers: readonly number[]): Promise<string> {
  const rows = await ask(asked, revisionMarksCypher, { numbers });
  return rows.map((row) => [numberOf(row.number), textOf(row.at), textOf(row.checksum)].join(" ")).join();
}
