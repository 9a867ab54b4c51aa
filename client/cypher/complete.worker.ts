import { autocomplete } from "@neo4j-cypher/language-support";
import type { CompletionAnswer, LanguageQuestion } from "./protocol.ts";

/** Completion has its own worker: it is a fifth of the size of the linter and answers long before that one is loaded. */
self.addEventListener("message", ({ data }: MessageEvent<LanguageQuestion>) => {
  const items = autocomplete(data.query, data.schema, { caretPosition: data.caret, manual: data.manual });
  const answer: CompletionAnswer = {
    id: data.id,
    suggestions: items.map((item) => ({ label: item.label, insert: item.insertText ?? item.label })),
  };
  self.postMessage(answer);
});
