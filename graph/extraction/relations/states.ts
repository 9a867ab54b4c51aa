import type { Report } from "../report.ts";

const states: readonly [cue: RegExp, state: string][] = [
  [/点火试产|试生产|试投产|试产|试运行|试车|联调联试|进入试/, "trial_production"],
  [/竣工投产|建成投产|正式投产|全面投产|投产|达产|竣工|建成|投用|投入使用|投入运营|并网/, "completed"],
  [
    /主体封顶|封顶|设备调试|设备安装|安装调试|加快建设|正在建设|在建|开工|动工|奠基|主体施工|施工|建设现场|主体工程|有序实施|有序推进|土建|桩基|续建|推进/,
    "under_construction",
  ],
  [/签约|落户|拟建|拟开工|规划|谋划|前期|办理|拟于|计划|备案|落地建设/, "planned"],
];
const cue = new RegExp(states.map(([it]) => it.source).join("|"));
const notYet = /(?:预计|计划|拟|将|力争|确保|有望|争取|即将|预期|可望|推进|推动|年底前|促)[^，。；]{0,14}$/;

/** Words that deny the state which they stand before. */
const undone = /(?:没有|未能|尚未|迟迟未|至今未|并未|未|暂缓|不再)[^，。；]{0,5}$/;

/** The state of a project, from the words that follow it in the same sentence up to the next project. */
export function readStates(report: Report): void {
  for (const it of report.mentions) {
    if (it.kind !== "Project") continue;
    const sentence = report.sentences.find((s) => s.start <= it.start && it.end <= s.end);
    if (!sentence || sentence.broken) continue;
    const next = report.mentions.find((other) => other.kind === "Project" && other.start >= it.end)?.start ?? sentence.end;
    const until = Math.min(sentence.end, next, it.end + 60);
    const tail = report.text.slice(it.end, until);
    const match = firstDone(tail);
    if (!match) continue;
    const span = { start: it.start, end: it.end + match.index + match.words.length };
    const state = states.find(([shape]) => shape.test(match.words))?.[1];
    if (!state) continue;
    report.describe({
      subject: it,
      predicate: "state",
      value: match.future ? "planned" : state,
      status: "stated",
      confidence: match.future ? 0.85 : 1,
      ...span,
      rule: "state-after-name",
    });
    report.describe({
      subject: it,
      predicate: "stateRaw",
      value: match.words,
      status: "stated",
      confidence: 1,
      ...span,
      rule: "state-after-name",
    });
    if (report.published)
      report.describe({
        subject: it,
        predicate: "stateAt",
        value: report.published.slice(0, 7),
        status: "inferred",
        basis: "报道日期",
        confidence: 0.95,
        ...span,
        rule: "state-after-name",
      });
  }
}

function firstDone(tail: string): { index: number; words: string; future: boolean } | null {
  const match = cue.exec(tail);
  if (!match) return null;
  if (undone.test(tail.slice(0, match.index))) return null;
  const future = notYet.test(tail.slice(0, match.index));
  return { index: match.index, words: match[0], future };
}
