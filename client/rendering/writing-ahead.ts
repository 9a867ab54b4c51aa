import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import type { Language } from "./interface.ts";
import { type Label, namedWhileDimmed } from "./labels.ts";
import { faces, type Names } from "./names.ts";
import type { Look } from "./sprites.ts";
import type { Tokens } from "./theme.ts";

/** A text on its sheet; `turned`: along a line. */
export interface Writing {
  text: string;
  width: number;
  look: Look;
  turned: boolean;
}

/** Names that step back and are written ahead: sheets are to keep what is on the picture now. */
const mostDimmed = 60;

/** What a selection will write wherever it falls: the relations, and the names of the picture as they look when they step back. */
export function* writingAhead(
  labels: readonly Label[],
  { names, degree, tokens, language }: { names: Names; degree(node: number): number; tokens: Tokens; language: Language },
): Generator<Writing> {
  const outline = tokens.canvas;
  for (const colour of [tokens.edgeHot, tokens.ink])
    for (const type of relationTypes) {
      const text = relations[type][language];
      yield { text, width: names.width(text, faces.edge), look: { face: faces.edge, colour, outline }, turned: true };
    }
  const staying = labels.filter(({ node }) => degree(node) >= namedWhileDimmed).slice(0, mostDimmed);
  for (const { node } of staying) {
    const text = names.text(node, false);
    yield { text, width: names.width(text, faces.plain), look: { face: faces.plain, colour: tokens.inkDim, outline }, turned: false };
  }
}
