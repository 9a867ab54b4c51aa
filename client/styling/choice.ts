import { modalities } from "#graph/vocabulary/marks.ts";
import { isUnit } from "#graph/vocabulary/measures.ts";
import type { Channel, MeasureKey, Need, StyleRule } from "./rule.ts";
import { rules } from "./rules.ts";

const separator = "|";

/** As the exploration and saved views hold a rule: its id, for one of figures with measure, unit and modality behind it. */
export const choiceOf = (rule: StyleRule, figures?: MeasureKey): string =>
  figures === undefined ? rule.id : [rule.id, figures.measure, figures.unit, figures.modality].join(separator);

export interface Chosen<R extends StyleRule = StyleRule> {
  rule: R;
  figures: MeasureKey | null;
}

/** What a choice means; one that this version does not know falls back to the first rule of its channel. */
export function chosen<C extends Channel>(channel: C, choice: string): Chosen<Extract<StyleRule, { channel: C }>> {
  type Of = Extract<StyleRule, { channel: C }>;
  const [id, measure, unit, modality] = choice.split(separator);
  const all = rules.filter((rule): rule is Of => rule.channel === channel);
  const rule = all.find((one) => one.id === id);
  const plain = { rule: all[0] as Of, figures: null };
  if (rule === undefined) return plain;
  if (!("figures" in rule)) return { rule, figures: null };
  if (measure === undefined || !isUnit(unit) || modality === undefined || !Object.hasOwn(modalities, modality)) return plain;
  return { rule, figures: { measure, unit, modality: modality as MeasureKey["modality"] } };
}

/** What a chosen rule has to be told by the store; null when what is loaded is enough. */
export function needOf({ rule, figures }: Chosen): Need | null {
  if (figures !== null) return { figures };
  return rule.channel === "colour" && rule.groups !== undefined ? { groups: rule.groups } : null;
}
