import type { Named } from "../entities.ts";
import type { Report } from "../report.ts";
import type { Place } from "./context.ts";
import type { Measured } from "./measured.ts";
import { nounBefore } from "./nouns.ts";
import { subjectOf } from "./subjects.ts";

const totals = /(?:总数|总量|总计|合计|累计|其中|共计|共|另有|还有)[^，。；]{0,14}$/;

/** A count that leaves out what it counts: 总数达612家, 其中国家级8个, or a place in a 分别 list. */
export function countedOn({ figure, left }: Place, previous: Measured | null, pairedTo: Named | null): Measured | null {
  const { unit } = figure.printed;
  const base = { unit, value: figure.value, basis: null, flow: false, outlay: false, capacity: false, rule: "count-continued" };
  if (pairedTo) return { ...base, subject: pairedTo, name: `${figure.unitWord}数` };
  if (previous?.unit !== unit) return null;
  if (totals.test(left)) return { ...base, subject: previous.subject, name: previous.name.replace(/^(?:新增|净增|新签约|引进)/, "") };
  const act = /(?:^|[，、])(开工|竣工|投产|签约|引进|入库|落地)(?:投产|建设)?$/.exec(left)?.[1];
  return act && /项目/.test(previous.name)
    ? {
        ...base,
        subject: previous.subject,
        name: previous.name.replace(/(?:新签约|签约|开工|竣工|引进)?项目数$/, `${act}项目数`),
        flow: true,
      }
    : null;
}

/** A figure whose measure is in no table is called by the noun before it. */
export function byNoun(report: Report, place: Place): Measured | null {
  const name = nounBefore(report, place.leftStart, place.figure.start);
  const subject = name && subjectOf(report, place);
  if (!name || !subject) return null;
  return {
    subject,
    name,
    unit: place.figure.printed.unit,
    value: place.figure.value,
    basis: null,
    flow: true,
    outlay: false,
    capacity: false,
    rule: "noun-before",
  };
}
