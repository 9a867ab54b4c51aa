import type { z } from "zod";
import type { savedStyle } from "#graph/model/view.ts";

/** By what the picture is sized, coloured and thickened: ids of style rules. */
export type StyleChoice = Readonly<z.infer<typeof savedStyle>>;

export const plainStyle: StyleChoice = { size: "degree", colour: "kind", thickness: "even" };

/** The same exploration if the choice is what it was: nothing to undo. */
export function chooseStyle<E extends { readonly style: StyleChoice }>(it: E, channel: keyof StyleChoice, choice: string): E {
  return it.style[channel] === choice ? it : { ...it, style: { ...it.style, [channel]: choice } };
}
