import type { ColourRule } from "../rule.ts";
import { toneByGroup } from "../tone-by-group.ts";

export const colourByPark: ColourRule = {
  channel: "colour",
  id: "park",
  label: { zh: "园区", en: "Park" },
  groups: "park",
  derive: (input) => toneByGroup(input, { rest: { zh: "其他或不止一个园区", en: "Another park, or several" } }),
};
