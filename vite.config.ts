import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = `http://127.0.0.1:${process.env.PORT ?? 4680}`;

/** The client is served by Express in production; `vite` alone only during development, with the API behind a proxy. */
export default defineConfig({
  root: "client",
  plugins: [react()],
  build: { outDir: "../dist/client", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 7000 },
  worker: { format: "es" },
  optimizeDeps: { include: ["@neo4j-cypher/language-support"] },
  server: { host: "127.0.0.1", port: 5180, strictPort: true, proxy: { "/api/v1": api } },
});
