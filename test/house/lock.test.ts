import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { completeLock, type LockFile, missingPaths, resolvedHosts } from "#scripts/lock/complete.ts";

const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as LockFile;

describe("package-lock.json", () => {
  it("has an entry for every platform package, so that npm ci accepts it anywhere", () => {
    expect(missingPaths(lock)).toEqual([]);
  });

  it("names no registry host", () => {
    expect(resolvedHosts(lock)).toEqual([]);
  });

  it("is completed from the parent's own list, with platform and C library read off the name", () => {
    const cut: LockFile = {
      packages: {
        "node_modules/x": {
          version: "1.0.0",
          license: "MIT",
          engines: { node: ">=20" },
          optionalDependencies: { "x-linux-arm64-musl": "1.0.0", "x-darwin-x64": "1.0.0" },
        },
        "node_modules/x-darwin-x64": { version: "1.0.0" },
      },
    };
    expect(completeLock(cut)).toEqual(["node_modules/x-linux-arm64-musl"]);
    expect(cut.packages["node_modules/x-linux-arm64-musl"]).toEqual({
      version: "1.0.0",
      cpu: ["arm64"],
      libc: ["musl"],
      license: "MIT",
      optional: true,
      os: ["linux"],
      engines: { node: ">=20" },
    });
    expect(missingPaths(cut)).toEqual([]);
  });
});
