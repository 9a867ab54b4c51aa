import { keepPreviousData, QueryClient, useQuery } from "@tanstack/react-query";
import type { HeardQuery } from "#client/state/heard.ts";
import { calls } from "./calls.ts";
import { isUnreachable } from "./request.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => isUnreachable(error) && failures < 2,
    },
  },
});

export const useHealth = () =>
  useQuery({ queryKey: ["health"], queryFn: ({ signal }) => calls.health({ signal }), refetchInterval: 30_000 });
/** How far the search index is, asked for while somebody waits for it. */
export const useIndexing = (waiting: boolean) =>
  useQuery({
    queryKey: ["health", "search"],
    queryFn: ({ signal }) => calls.health({ signal }),
    enabled: waiting,
    refetchInterval: 1000,
    staleTime: 0,
  });
export const useStart = () => useQuery({ queryKey: ["start"], queryFn: ({ signal }) => calls.start({ signal }) });
export const useQuestions = () => useQuery({ queryKey: ["questions"], queryFn: ({ signal }) => calls.questions({ signal }) });
export const useVocabulary = () => useQuery({ queryKey: ["vocabulary"], queryFn: ({ signal }) => calls.vocabulary({ signal }) });
export const useRevisions = () => useQuery({ queryKey: ["revisions"], queryFn: ({ signal }) => calls.revisions({ signal }) });
export const useDocuments = () => useQuery({ queryKey: ["documents"], queryFn: ({ signal }) => timed(() => calls.documents({ signal })) });

export const useDocument = (id: string | null) =>
  useQuery({
    queryKey: ["document", id],
    queryFn: ({ signal }) => timed(() => calls.document(id ?? "", { signal })),
    enabled: id !== null,
  });

/** How long an answer took, in milliseconds; the strip tells it together with the query. */
const elapsedMs = new WeakMap<object, number>();
export const elapsedOf = (answer: object): number => elapsedMs.get(answer) ?? 0;

export async function timed<T extends object>(ask: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const answer = await ask();
  elapsedMs.set(answer, performance.now() - started);
  return answer;
}

/** Of what time and by whose word: everything when left out. The last answer for the same entity stays while the next is on its way. */
export const useEntity = (id: string | null, heard?: HeardQuery) =>
  useQuery({
    queryKey: ["entity", id, heard],
    queryFn: ({ signal }) => timed(() => calls.entity(id ?? "", { signal }, heard)),
    enabled: id !== null,
    structuralSharing: false,
    placeholderData: (last, query) => (query?.queryKey[1] === id ? last : undefined),
  });

export const useStatement = (id: string | null) =>
  useQuery({ queryKey: ["statement", id], queryFn: ({ signal }) => calls.statement(id ?? "", { signal }), enabled: id !== null });

/** The last hits stay while the next are on their way. */
export const useSearch = (text: string) =>
  useQuery({
    queryKey: ["search", text],
    queryFn: ({ signal }) => timed(() => calls.search(text, 20, { signal })),
    enabled: text !== "",
    structuralSharing: false,
    placeholderData: keepPreviousData,
  });
