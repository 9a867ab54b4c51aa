import { classTones, type Tone, toneCode } from "#client/rendering/tones.ts";
import type { JoinedValues } from "./joined-values.ts";
import type { ColourEntry, ColourRule, Labels, StyleInput } from "./rule.ts";

interface Options {
  tones?: readonly Tone[];
  /** What the outline stands for: groups beyond the colours, and what belongs to several. */
  rest: Labels;
}

interface Kept {
  tones: readonly Tone[];
  count: number;
  tone: Uint8Array;
}
/** The last tones by what they were made of: back and forth between two rules costs no pass over the nodes. */
const kept = new WeakMap<JoinedValues, Kept>();

/** A colour for each of the largest groups, an outline for the others and for what is in several; what is in none is unknown. */
export function toneByGroup({ count, kind, values }: StyleInput, { tones = classTones, rest }: Options): ReturnType<ColourRule["derive"]> {
  const groups = values?.groups ?? null;
  if (values === null || groups === null) return { tone: null, legend: [] };
  const legend: ColourEntry[] = groups.groups.slice(0, tones.length).map(({ name, nameEn, shortName }, at) => ({
    tone: tones[at] as Tone,
    label: { zh: shortName ?? name, en: nameEn ?? shortName ?? name },
  }));
  const told = { legend: [...legend, { tone: "rest" as const, label: rest }, ...withoutGroup] };
  const last = kept.get(values);
  if (last?.tones === tones && last.count === count) return { tone: last.tone, ...told };
  const codeOf = tones.map(toneCode);
  const [others, neutral, unknown] = [toneCode("rest"), toneCode("neutral"), toneCode("unknown")];
  const { group } = groups.values;
  const { row, able } = values;
  const tone = new Uint8Array(count);
  for (let node = 0; node < count; node += 1) {
    const at = row[node] as number;
    if (at >= 0) tone[node] = codeOf[group[at] as number] ?? others;
    else tone[node] = able[kind[node] as number] === 1 ? unknown : neutral;
  }
  kept.set(values, { tones, count, tone });
  return { tone, ...told };
}

/** The ends of every colour legend. */
export const withoutGroup: readonly ColourEntry[] = [
  { tone: "unknown", label: { zh: "未知", en: "Unknown" } },
  { tone: "neutral", label: { zh: "不适用", en: "Does not apply" } },
];
