import { formatFigure } from "#client/format/figure.ts";
import { stepTones, type Tone, toneCode } from "#client/rendering/tones.ts";
import type { ColourRule, Labels } from "../rule.ts";
import { breaksOf, stepOf } from "../steps.ts";
import { withoutGroup } from "../tone-by-group.ts";

/** Investment, revenue, capacity: four steps of about as many entities each, at round figures. */
export const colourByFigure: ColourRule = {
  channel: "colour",
  id: "measure",
  label: { zh: "指标", en: "Figure" },
  figures: true,
  derive({ count, kind, values }) {
    const figures = values?.figures ?? null;
    if (values === null || figures === null) return { tone: null, legend: [] };
    const breaks = breaksOf(figures.values.value, stepTones.length);
    const codeOf = figures.values.value.map((value) => toneCode(stepTones[stepOf(breaks, value)] as Tone));
    const [neutral, unknown] = [toneCode("neutral"), toneCode("unknown")];
    const tone = new Uint8Array(count);
    for (let node = 0; node < count; node += 1) {
      const row = values.row[node] as number;
      if (row >= 0) tone[node] = codeOf[row] as number;
      else tone[node] = values.able[kind[node] as number] === 1 ? unknown : neutral;
    }
    const written = (value: number, language: "zh" | "en") => formatFigure({ value, unit: figures.unit }, language);
    const label = (step: number): Labels => {
      const [from, to] = [breaks[step - 1], breaks[step]];
      const say = (language: "zh" | "en"): string =>
        from === undefined
          ? `< ${written(to as number, language)}`
          : to === undefined
            ? `≥ ${written(from, language)}`
            : `${written(from, language)} – ${written(to, language)}`;
      return { zh: say("zh"), en: say("en") };
    };
    const steps =
      breaks.length === 0
        ? [{ tone: "step1" as const, label: single(figures.values.value, written) }]
        : stepTones.slice(0, breaks.length + 1).map((tone, step) => ({ tone, label: label(step) }));
    return { tone, legend: [...steps.reverse(), ...withoutGroup] };
  },
};

/** Where all figures lie together there is nothing to tell apart. */
function single(values: readonly number[], written: (value: number, language: "zh" | "en") => string): Labels {
  const value = values[0] ?? 0;
  return { zh: written(value, "zh"), en: written(value, "en") };
}
