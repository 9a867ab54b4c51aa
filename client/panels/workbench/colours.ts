import { type Range, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { type TokenKind, tokenize } from "#client/cypher/tokens.ts";

const kinds: readonly TokenKind[] = ["keyword", "label", "relation", "string", "number", "parameter", "function", "comment"];
const marks = new Map(kinds.map((kind) => [kind, Decoration.mark({ class: `cy-${kind}` })]));

function coloured(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const ranges: Range<Decoration>[] = [];
  for (const token of tokenize(view.state.doc.toString())) {
    const mark = marks.get(token.kind);
    if (mark) ranges.push(mark.range(token.start, token.start + token.text.length));
  }
  for (const { from, to, value } of ranges) builder.add(from, to, value);
  return builder.finish();
}

/** The same colours as in the strip: queries are short, so the whole text is coloured at every change. */
export const cypherColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = coloured(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = coloured(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Everything by the page's variables, so that a change of theme needs no new editor. */
export const editorTheme = EditorView.theme({
  "&": { height: "100%", fontSize: "12px", backgroundColor: "var(--canvas)", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "22px", fontFeatureSettings: '"calt" 0' },
  ".cm-content": { padding: "10px 0", caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeft: "2px solid var(--hl-line)" },
  ".cm-gutters": { backgroundColor: "var(--canvas)", color: "var(--ink-3)", border: "none", fontSize: "11px" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 10px 0 12px", minWidth: "36px" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--fill)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--hl-soft) !important" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--fill-2)", outline: "none" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--removed) 1px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--changed) 1px", textUnderlineOffset: "3px" },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    border: "1px solid var(--line-2)",
    borderRadius: "8px",
    boxShadow: "var(--e3)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "12px", maxHeight: "220px", padding: "4px" },
  ".cm-tooltip-autocomplete ul li": { padding: "2px 8px", lineHeight: "20px", borderRadius: "5px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--fill-2)", color: "var(--ink)" },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", color: "var(--ink-3)", marginLeft: "12px" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "650" },
  ".cm-diagnostic": {
    fontFamily: "var(--sans)",
    fontSize: "12px",
    lineHeight: "18px",
    padding: "6px 10px",
    borderLeft: "3px solid var(--removed)",
    maxWidth: "420px",
  },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--changed)" },
  ".cy-keyword": { color: "var(--c-kw)", fontWeight: "500" },
  ".cy-label": { color: "var(--c-lbl)" },
  ".cy-relation": { color: "var(--c-rel)" },
  ".cy-string": { color: "var(--c-str)" },
  ".cy-number, .cy-parameter": { color: "var(--c-par)" },
  ".cy-function": { color: "var(--c-fn)" },
  ".cy-comment": { color: "var(--ink-3)" },
});
