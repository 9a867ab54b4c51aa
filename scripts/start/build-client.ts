import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { compressFiles } from "./compress-files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
await build({ root: join(root, "client"), configFile: join(root, "vite.config.ts"), logLevel: "warn" });
await compressFiles(join(root, "dist/client"));
