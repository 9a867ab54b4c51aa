import type { z } from "zod";
import type { savedStyle } from "#graph/model/view.ts";

/** By what the picture is sized, coloured and thickened: ids of style rules. */
export type StyleChoice = Readonly<z.infer<typeof savedStyle>>;

export const plainStyle: StyleChoice = { size: "degree", colour: "kind", thickness: "even" };
