import { fileURLToPath } from "node:url";

/** The folders that ship: the region's dataset, and the field's general knowledge. Read together as one. */
export const bundledFolders: readonly string[] = ["xinyu", "reference"].map((name) =>
  fileURLToPath(new URL(`../data/${name}`, import.meta.url)),
);
