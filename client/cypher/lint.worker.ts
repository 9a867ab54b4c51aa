import { lintCypherQuery } from "@neo4j-cypher/language-support";
import type { LanguageQuestion, LintAnswer, Problem } from "./protocol.ts";

const errorSeverity = 1;

self.addEventListener("message", ({ data }: MessageEvent<LanguageQuestion>) => {
  const { diagnostics } = lintCypherQuery(data.query, data.schema);
  const problems = diagnostics.map(
    ({ offsets, severity, message }): Problem => ({
      from: offsets.start,
      to: offsets.end,
      severity: severity === errorSeverity ? "error" : "warning",
      message: typeof message === "string" ? message : message.value,
    }),
  );
  const answer: LintAnswer = { id: data.id, problems };
  self.postMessage(answer);
});
