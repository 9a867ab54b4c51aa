import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes, structuralRelations } from "#graph/vocabulary/relations.ts";
import type { CompletionAnswer, LanguageQuestion, LanguageSchema, LintAnswer } from "./protocol.ts";

const ledgerLabels = ["Entity", "Statement", "MetricObservation", "Document", "Paragraph", "Alias", "Revision"];
const ledgerTypes = ["SUPPORTED_BY", "HAS_PARAGRAPH", "HAS_ALIAS", "CHANGED"];
const commonKeys = (
  "id kind name nameEn shortName aliases degree status confidence basis rank validFrom validTo assertedAt documents subject predicate object value unit op raw " +
  "period modality region denominator plan product title form publisher published url sha256 reliability start end row note surface scope number at"
).split(" ");

/** What queries may speak of, from the vocabulary. */
export const schemaOf = (parameters: Record<string, unknown>): LanguageSchema => ({
  labels: [...entityKinds, ...ledgerLabels],
  relationshipTypes: [...relationTypes, ...Object.keys(structuralRelations), ...ledgerTypes],
  propertyKeys: [...new Set([...commonKeys, ...entityKinds.flatMap((kind) => Object.keys(kinds[kind].properties))])],
  parameters,
});

/** Asks a worker, one question at a time: an older question that is still open is answered with null. */
function asker<A extends { id: number }>(make: () => Worker): (question: Omit<LanguageQuestion, "id">) => Promise<A | null> {
  let worker: Worker | null = null;
  let asked = 0;
  let waiting: ((answer: A | null) => void) | null = null;
  return (question) =>
    new Promise((resolve) => {
      waiting?.(null);
      waiting = resolve;
      asked += 1;
      if (worker === null) {
        worker = make();
        worker.addEventListener("message", ({ data }: MessageEvent<A>) => {
          if (data.id !== asked) return;
          waiting?.(data);
          waiting = null;
        });
        worker.addEventListener("error", () => {
          waiting?.(null);
          waiting = null;
          worker = null;
        });
      }
      worker.postMessage({ ...question, id: asked });
    });
}

export const askCompletion = asker<CompletionAnswer>(
  () => new Worker(new URL("./complete.worker.ts", import.meta.url), { type: "module" }),
);
export const askLint = asker<LintAnswer>(() => new Worker(new URL("./lint.worker.ts", import.meta.url), { type: "module" }));
