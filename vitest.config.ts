import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** `neo4j` files share one database, so they run one after another; the rest in parallel. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          pool: "forks",
          include: ["test/{graph,server,scripts,house}/**/*.test.ts", "test/store-contract/embedded.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "neo4j",
          environment: "node",
          pool: "forks",
          fileParallelism: false,
          include: ["test/neo4j/**/*.test.ts", "test/store-contract/neo4j.test.ts"],
          globalSetup: ["test/neo4j/real-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        test: { name: "client", environment: "happy-dom", include: ["test/client/**/*.test.{ts,tsx}"], testTimeout: 30_000 },
      },
    ],
  },
});
