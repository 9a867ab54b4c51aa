import { tokenize } from "../cypher/lexer.ts";
export interface Translation {
  readonly text: string;
  readonly mode: "run" | "explain";
  readonly limitParameter: string | null;
  readonly computed: readonly { parameter: string; expression: string }[];
  sourceOffset(line: number, column: number): number;
}
export function translate(text: string, _options: { limited: boolean }): Translation {
  void tokenize;
  return { text, mode: "run", limitParameter: null, computed: [], sourceOffset: () => 0 };
}
