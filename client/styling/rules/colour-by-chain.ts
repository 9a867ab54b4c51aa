import type { ColourRule } from "../rule.ts";
import { toneByGroup } from "../tone-by-group.ts";

export const colourByChain: ColourRule = {
  channel: "colour",
  id: "chain",
  label: { zh: "产业链", en: "Chain" },
  groups: "chain",
  derive: (input) => toneByGroup(input, { rest: { zh: "其他或不止一条链", en: "Another chain, or several" } }),
};
