import { autocompletion, type CompletionContext, type CompletionResult, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { type Diagnostic, forceLinting, linter } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { askCompletion, askLint, schemaOf } from "#client/cypher/language.ts";
import { kindLabel, relationLabel } from "#client/i18n/labels.ts";
import { preferences } from "#client/state/preferences.ts";
import { parseParameters, workbench } from "#client/state/workbench.ts";
import { isEntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import { cypherColours, editorTheme } from "./colours.ts";

const schemaNow = () => {
  const parsed = parseParameters(workbench.getState().parameters);
  return schemaOf("parameters" in parsed ? parsed.parameters : {});
};

const detailOf = (label: string): string => {
  const { language } = preferences.getState();
  if (isEntityKind(label)) return kindLabel(label, language);
  return isRelationType(label) ? relationLabel(label, language) : "";
};

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\p{L}\p{N}_$]*/u);
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
  if (!context.explicit && (word === null || word.from === word.to) && !/[:.$[|(]/.test(before)) return null;
  const answer = await askCompletion({
    query: context.state.doc.toString(),
    caret: context.pos,
    manual: context.explicit,
    schema: schemaNow(),
  });
  if (answer === null || context.aborted) return null;
  return {
    from: word?.from ?? context.pos,
    validFor: /^[\p{L}\p{N}_$]*$/u,
    options: answer.suggestions.map(({ label, insert }) => ({ label, apply: insert, detail: detailOf(label) })),
  };
}

export interface ServerProblem {
  offset: number;
  message: string;
}

interface EditorProps {
  label: string;
  /** A new number makes the editor take over the query of the state. */
  given: number;
  problem: ServerProblem | null;
  onRun(): void;
  onProblems(count: number): void;
}

/** The query, in colours, completed and checked by workers. */
export function Editor({ label, given, problem, onRun, onProblems }: EditorProps) {
  const home = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ onRun, onProblems, problem });
  latest.current = { onRun, onProblems, problem };

  useEffect(() => {
    if (home.current === null) return;
    const check = async (editor: EditorView): Promise<Diagnostic[]> => {
      const query = editor.state.doc.toString();
      const answer = query.trim() === "" ? null : await askLint({ query, caret: 0, manual: false, schema: schemaNow() });
      const length = editor.state.doc.length;
      const found: Diagnostic[] = (answer?.problems ?? []).map((one) => ({
        ...one,
        from: Math.min(one.from, length),
        to: Math.min(one.to, length),
      }));
      latest.current.onProblems(found.length);
      return found;
    };
    /** The server's word comes at once; the worker may still be loading. */
    const refused = (editor: EditorView): Diagnostic[] => {
      const { problem } = latest.current;
      if (problem === null) return [];
      const { length } = editor.state.doc;
      const from = Math.min(Math.max(0, problem.offset), length);
      const to = Math.max(from, editor.state.wordAt(from)?.to ?? Math.min(length, from + 1));
      return [{ from, to, severity: "error", message: problem.message }];
    };
    const editor = new EditorView({
      parent: home.current,
      state: EditorState.create({
        doc: workbench.getState().query,
        extensions: [
          lineNumbers(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          drawSelection(),
          history(),
          bracketMatching(),
          closeBrackets(),
          cypherColours,
          editorTheme,
          autocompletion({ override: [complete], icons: false }),
          linter(check, { delay: 400 }),
          linter(refused, { delay: 0 }),
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          EditorView.updateListener.of((update) => update.docChanged && workbench.setState({ query: update.state.doc.toString() })),
          keymap.of([
            {
              key: "Mod-Enter",
              run: () => {
                latest.current.onRun();
                return true;
              },
            },
            ...completionKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
        ],
      }),
    });
    view.current = editor;
    editor.focus();
    return () => editor.destroy();
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    const { query } = workbench.getState();
    if (given === 0 || editor === null || editor.state.doc.toString() === query) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: query } });
  }, [given]);

  useEffect(() => {
    if (view.current === null) return;
    if (problem !== null)
      view.current.dispatch({ selection: { anchor: Math.min(problem.offset, view.current.state.doc.length) }, scrollIntoView: true });
    forceLinting(view.current);
  }, [problem]);

  return <div ref={home} style={{ height: "100%" }} />;
}
