import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = process.env.JOURNEY_PORT ?? "4790";
/** Made once by the first process that reads this file; the workers inherit it. */
process.env.JOURNEY_DATA_DIR ??= mkdtempSync(join(tmpdir(), "chain-atlas-journeys-"));

/** Journeys in real Chromium against the real server on an embedded store of their own, seeded with the bundled dataset. */
export default defineConfig({
  testDir: "test/e2e",
  testMatch: "*.e2e.ts",
  outputDir: "artifacts/journeys",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI === "true",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  webServer: {
    command: "node --import tsx scripts/start.ts",
    url: `http://127.0.0.1:${port}/api/v1/health`,
    timeout: 120_000,
    reuseExistingServer: false,
    env: {
      PORT: port,
      DATA_DIR: process.env.JOURNEY_DATA_DIR,
      EDITOR_TOKEN: "journey-editor-token",
      LOG_LEVEL: "warn",
      ...(process.env.DOCUMENTS_DIR && { DOCUMENTS_DIR: process.env.DOCUMENTS_DIR }),
    },
  },
});
