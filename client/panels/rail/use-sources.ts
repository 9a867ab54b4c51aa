import { useEffect } from "react";
import { useDocuments } from "#client/api/queries.ts";
import { useActions, useAtlas } from "#client/state/context.tsx";

/** Dates and reliability of documents for the filters, wherever they are set from: the rail, a sheet, a saved view. */
export function useSources(): void {
  const actions = useActions();
  const edition = useAtlas((state) => state.edition);
  const { data } = useDocuments();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new edition has forgotten them
  useEffect(() => {
    if (data !== undefined) actions.learnSources(data.documents);
  }, [data, actions, edition]);
}
