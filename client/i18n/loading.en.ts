import type { loadingZh } from "./loading.zh.ts";

/** What takes time and says so. */
export const loadingEn = {
  "loading.all": "Loading all entities",
  "loading.count": "{{done}} of {{total}}",
  "loading.stop": "Stop",
  "loading.button": "Load all",
  "loading.buttonShort": "All",
  "search.indexing": "Building the search index, {{done}} of {{total}}; results follow",
  "search.indexingSoon": "Building the search index; results follow",
} as const satisfies Record<keyof typeof loadingZh, string>;
