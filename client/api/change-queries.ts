import { useQuery } from "@tanstack/react-query";
import { useStore } from "zustand";
import { editor } from "#client/state/editor.ts";
import { calls } from "./calls.ts";
import { timed } from "./queries.ts";

/** Drafts are not public: without a token nothing is asked. */
export function useChangeSets() {
  const token = useStore(editor, (it) => it.token);
  return useQuery({
    queryKey: ["changes", token],
    queryFn: ({ signal }) => calls.changeSets({ signal }),
    enabled: token !== null,
    staleTime: 10_000,
    refetchOnWindowFocus: true,
  });
}

/** Between neighbours the revision itself tells; further apart, the server works it out. */
export const useRevisionDifference = (between: { from: number; to: number } | null) =>
  useQuery({
    queryKey: ["difference", between?.from, between?.to],
    queryFn: ({ signal }) =>
      timed(async () => {
        const { from, to } = between ?? { from: 0, to: 0 };
        const { changes, total, truncated, cypher } =
          to === from + 1 ? await calls.revision(to, { signal }) : await calls.compareRevisions(from, to, { signal });
        return { changes, total, truncated, cypher };
      }),
    structuralSharing: false,
    enabled: between !== null,
  });

export const useGraphAsOf = (revision: number | null, limit: number) =>
  useQuery({
    queryKey: ["graph", "as of", revision, limit],
    queryFn: ({ signal }) => calls.graphAsOf(revision ?? 0, limit, { signal }),
    enabled: revision !== null,
  });

export const useEntityHistory = (id: string) =>
  useQuery({ queryKey: ["history", "entity", id], queryFn: ({ signal }) => timed(() => calls.entityHistory(id, { signal })) });

export const useStatementHistory = (id: string) =>
  useQuery({ queryKey: ["history", "statement", id], queryFn: ({ signal }) => timed(() => calls.statementHistory(id, { signal })) });

export const useFreshness = (limit: number) =>
  useQuery({ queryKey: ["freshness", limit], queryFn: ({ signal }) => calls.freshness(limit, { signal }) });
