import { stepTones } from "#client/rendering/tones.ts";
import type { ColourRule } from "../rule.ts";
import { toneByGroup } from "../tone-by-group.ts";

/** States follow one another, so their colours do: the further a project has come, the stronger. */
export const colourByState: ColourRule = {
  channel: "colour",
  id: "state",
  label: { zh: "项目状态", en: "Project state" },
  groups: "state",
  derive: (input) => toneByGroup(input, { tones: stepTones, rest: { zh: "其他状态", en: "Another state" } }),
};
