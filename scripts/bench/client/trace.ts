import type { CDPSession, Page } from "@playwright/test";

/** An event of Chromium's trace; times in microseconds. `tts`, `tdur`: of the thread's own processor time, which other programs do not lengthen. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tts?: number;
  tdur?: number;
}

/** Processor time of the main thread for one action, in ms. */
export interface Cost {
  /** Dispatch, state, drawing, the commit of the panels, and the frames that show it. */
  atOnceMs: number;
  /** The longest piece of what waited, and all of it. */
  longestLaterMs: number;
  laterMs: number;
}

const categories = ["toplevel", "devtools.timeline", "blink.user_timing", "v8"];
const task = "ThreadControllerImpl::RunTask";
/** What runs JavaScript, garbage collection in it included; style, layout and paint that it does not force are the browser's. */
const scripts = new Set([
  "FunctionCall",
  "EvaluateScript",
  "EventDispatch",
  "FireAnimationFrame",
  "FireIdleCallback",
  "TimerFire",
  "RunMicrotasks",
  "v8.callFunction",
  "V8.RunMicrotasks",
  "MajorGC",
  "MinorGC",
]);

/** Records what the page's main thread does while `work` runs. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Cost[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: categories } });
  await work();
  await ended(session);
  await session.detach();
  return costsOf(events);
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await complete;
}

/** One cost for each round: from the mark `act`, over `shown`, to `quiet`. */
export function costsOf(events: readonly TraceEvent[]): Cost[] {
  const marks = events.filter(({ name, ph }) => ph !== "X" && (name === "act" || name === "shown" || name === "quiet"));
  const [first] = marks;
  if (first === undefined) return [];
  const own = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid).toSorted((a, b) => a.ts - b.ts);
  const tasks = own.filter(({ name, ph }) => name === task && ph === "X");
  const pieces = outermost(own.filter(({ name, ph }) => ph === "X" && scripts.has(name)));
  const of = (name: string) => marks.filter((it) => it.name === name).toSorted((a, b) => a.ts - b.ts);
  const [shown, quiet] = [of("shown"), of("quiet")];
  return of("act").flatMap((act, round) => {
    const [seen, end] = [shown[round], quiet[round]];
    const home = tasks.find((it) => it.ts <= act.ts && act.ts <= it.ts + (it.dur ?? 0));
    if (seen === undefined || end === undefined || home === undefined) return [];
    const after = (home.ts ?? 0) + (home.dur ?? 0);
    const acted = (home.tts ?? 0) + (home.tdur ?? 0) - (act.tts ?? 0);
    const later: number[] = [];
    let frames = 0;
    for (const { name, ts, tdur = 0 } of pieces) {
      if (ts < after || ts > end.ts) continue;
      if (name === "FireAnimationFrame" && ts <= seen.ts) frames += tdur;
      else later.push(tdur);
    }
    const ms = (micros: number) => micros / 1000;
    return [
      { atOnceMs: ms(acted + frames), longestLaterMs: ms(Math.max(0, ...later)), laterMs: ms(later.reduce((sum, one) => sum + one, 0)) },
    ];
  });
}

/** Without what lies inside another one. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = -1;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}
