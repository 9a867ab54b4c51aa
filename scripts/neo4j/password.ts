import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** The password kept in `file` (readable by its owner only); made at random when there is none. */
export async function keptPassword(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  const password = randomBytes(18).toString("base64url");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: "wx" });
  return password;
}

/** The line of Neo4j's data/dbms/auth.ini that gives the user `neo4j` this password from the first start on. */
export function authLine(password: string, salt: Buffer = randomBytes(32)): string {
  const rounds = 1024;
  let hash = createHash("sha256").update(salt).update(password, "utf8").digest();
  for (let round = 1; round < rounds; round++) hash = createHash("sha256").update(hash).digest();
  const hex = (bytes: Buffer) => bytes.toString("hex").toUpperCase();
  return `neo4j:SHA-256,${hex(hash)},${hex(salt)},${rounds}:\n`;
}
