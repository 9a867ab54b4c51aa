import type { Endpoint } from "./http/endpoint.ts";
import { byIds } from "./routes/by-ids.ts";
import { changes } from "./routes/changes.ts";
import { cypher } from "./routes/cypher.ts";
import { exportRoute } from "./routes/export.ts";
import { healthRoute } from "./routes/health.ts";
import { notes } from "./routes/notes.ts";
import { reading } from "./routes/reading.ts";
import { sources } from "./routes/sources.ts";
import { styling } from "./routes/styling.ts";
import { templateRoute } from "./routes/template.ts";
import { views } from "./routes/views.ts";

/** Every call of the API below /api/v1, but its own description. */
export const endpoints: readonly Endpoint[] = [
  healthRoute,
  ...reading,
  ...byIds,
  ...styling,
  ...cypher,
  ...sources,
  exportRoute,
  ...changes,
  ...views,
  ...notes,
  templateRoute,
];
