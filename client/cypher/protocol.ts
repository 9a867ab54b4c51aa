/** What the language workers are asked and answer; `id` pairs them, the newest question wins. */
export interface LanguageSchema {
  labels: string[];
  relationshipTypes: string[];
  propertyKeys: string[];
  parameters: Record<string, unknown>;
}

export interface LanguageQuestion {
  id: number;
  query: string;
  caret: number;
  manual: boolean;
  schema: LanguageSchema;
}

export interface Suggestion {
  label: string;
  insert: string;
}

export interface Problem {
  from: number;
  to: number;
  severity: "error" | "warning";
  message: string;
}

export interface CompletionAnswer {
  id: number;
  suggestions: Suggestion[];
}

export interface LintAnswer {
  id: number;
  problems: Problem[];
}
