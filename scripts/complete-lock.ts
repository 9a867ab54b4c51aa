/**
 * Adds to package-lock.json the optional platform packages that npm leaves out when a registry does not list them: without
 * their entries `npm ci` refuses the lock file on every machine. Run after changing a version of a package with native parts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { completeLock, type LockFile } from "./lock/complete.ts";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8")) as LockFile;
const added = completeLock(lock);
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "The lock file is complete" : `Added ${added.length}: ${added.join(", ")}`);
