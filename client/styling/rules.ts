import type { StyleRule } from "./rule.ts";
import { colourByChain } from "./rules/colour-by-chain.ts";
import { colourByFigure } from "./rules/colour-by-figure.ts";
import { colourByKind } from "./rules/colour-by-kind.ts";
import { colourByPark } from "./rules/colour-by-park.ts";
import { colourByState } from "./rules/colour-by-state.ts";
import { sizeByDegree } from "./rules/size-by-degree.ts";
import { sizeByFigure } from "./rules/size-by-figure.ts";
import { sizeEven } from "./rules/size-even.ts";
import { thicknessByConfidence } from "./rules/thickness-by-confidence.ts";
import { thicknessEven } from "./rules/thickness-even.ts";

/** Every style rule there is, the usual one of each channel first; a new one is a file and an entry here. */
export const rules: readonly StyleRule[] = [
  sizeByDegree,
  sizeEven,
  sizeByFigure,
  colourByKind,
  colourByChain,
  colourByPark,
  colourByState,
  colourByFigure,
  thicknessEven,
  thicknessByConfidence,
];
