import { chosen, needOf } from "#client/styling/choice.ts";
import { JoinedValues } from "#client/styling/joined-values.ts";
import type { Channel, Need } from "#client/styling/rule.ts";
import type { StyleFiguresAnswer, StyleGroupsAnswer, UnknownListAnswer } from "#graph/model/style-values.ts";
import { explorationOf, step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { type HeardQuery, heardQuery } from "../heard.ts";
import { amend } from "../history.ts";
import { chooseStyle } from "../slices/style.ts";
import { report, runTask } from "../tasks.ts";
import type { Stage } from "./stage.ts";

/** So many gaps are fetched; beyond, the legend says that there are more. */
const mostUnknown = 10_000;

/** Answers that are at hand, of as many needs and clocks; the oldest goes. */
const mostKept = 24;

/** Why something is fetched: it was chosen, which leaves its Cypher; or other clocks are on, which have left theirs. */
export interface Reason {
  chosen: boolean;
}
const wasChosen: Reason = { chosen: true };

/** By what the picture is sized, coloured and thickened, and what of the store that takes. */
export function styling({ store, deps }: Stage) {
  const { calls } = deps;
  /** Answers of one edition of the store, by what was asked of what time and by whose word. */
  let kept = { edition: -1, values: new Map<string, JoinedValues>(), unknown: new Map<string, UnknownListAnswer>() };
  const present = () => {
    const { edition } = store.getState();
    if (kept.edition !== edition) kept = { edition, values: new Map(), unknown: new Map() };
    return kept;
  };
  const keep = <T>(answers: Map<string, T>, key: string, answer: T): void => {
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
  };

  let last: (Pick<explore.Exploration, "clocks" | "trust"> & { heard: HeardQuery | undefined; key: string }) | null = null;
  /** Clocks and trust that are on now. */
  const hearing = () => {
    const { clocks, trust } = explorationOf(store.getState());
    if (last?.clocks !== clocks || last.trust !== trust) {
      const heard = heardQuery({ clocks, trust });
      last = { clocks, trust, heard, key: JSON.stringify(heard ?? null) };
    }
    return last;
  };
  const keyOf = (need: Need): string => `${JSON.stringify(need)} ${hearing().key}`;

  const tell = ({ cypher, values }: StyleFiguresAnswer | StyleGroupsAnswer, elapsedMs: number): void =>
    report(store, { name: "style", cypher, rows: values.id.length, unit: "rows", elapsedMs });

  const fetchValues = async (need: Need, reason = wasChosen): Promise<JoinedValues | undefined> => {
    const started = deps.now();
    const key = keyOf(need);
    const { heard } = hearing();
    const answer = await runTask<StyleFiguresAnswer | StyleGroupsAnswer>(
      store,
      deps,
      "style",
      (signal) =>
        "figures" in need ? calls.styleFigures(need.figures, heard, { signal }) : calls.styleGroups(need.groups, heard, { signal }),
      () => void fetchValues(need, reason),
    );
    if (answer === undefined) return undefined;
    const joined = new JoinedValues(answer);
    keep(present().values, key, joined);
    if (reason.chosen) tell(answer, deps.now() - started);
    return joined;
  };

  const fetchUnknown = async (reason = wasChosen): Promise<UnknownListAnswer | undefined> => {
    const started = deps.now();
    const { heard, key } = hearing();
    const answer = await runTask(
      store,
      deps,
      "unknown",
      (signal) => calls.unknown(mostUnknown, heard, { signal }),
      () => void fetchUnknown(reason),
    );
    if (answer === undefined) return undefined;
    keep(present().unknown, key, answer);
    if (reason.chosen) tellUnknown(answer, deps.now() - started);
    return answer;
  };
  const tellUnknown = ({ cypher, unknown }: UnknownListAnswer, elapsedMs: number): void =>
    report(store, { name: "unknown", cypher, rows: unknown.length, unit: "rows", elapsedMs });

  return {
    styleBy: (channel: Channel, choice: string) => {
      step(store, (it) => chooseStyle(it, channel, choice));
      const need = needOf(chosen(channel, choice));
      const values = need === null ? undefined : present().values.get(keyOf(need));
      // What is at hand is not asked again, and still leaves its Cypher.
      if (values !== undefined) tell(values.answer, 0);
    },
    /** What a rule needs under the clocks and trust that are on, where it is at hand. */
    keptValues: (need: Need): JoinedValues | undefined => present().values.get(keyOf(need)),
    fetchValues,
    showUnknown: (shown: boolean) => step(store, (it) => explore.showUnknown(it, shown)),
    /** What is drawn from what was at hand leaves its Cypher too. */
    toldUnknown: (answer: UnknownListAnswer) => tellUnknown(answer, 0),
    /** It is not to be had: the switch goes back, and that is no step. */
    lackUnknown: () =>
      store.setState(({ history }) => ({
        history: amend(history, { ...history.present, exploration: explore.showUnknown(history.present.exploration, false) }),
      })),
    keptUnknown: (): UnknownListAnswer | null => present().unknown.get(hearing().key) ?? null,
    fetchUnknown,
  };
}
