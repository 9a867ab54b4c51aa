import { chosen, needOf } from "#client/styling/choice.ts";
import { JoinedValues } from "#client/styling/joined-values.ts";
import type { Channel, Need } from "#client/styling/rule.ts";
import type { StyleFiguresAnswer, StyleGroupsAnswer, UnknownListAnswer } from "#graph/model/style-values.ts";
import { step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { amend } from "../history.ts";
import { chooseStyle } from "../slices/style.ts";
import { report, runTask } from "../tasks.ts";
import type { Stage } from "./stage.ts";

/** So many gaps are fetched; beyond, the legend says that there are more. */
const mostUnknown = 10_000;

/** By what the picture is sized, coloured and thickened, and what of the store that takes. */
export function styling({ store, deps }: Stage) {
  const { calls } = deps;
  /** Answers of one edition of the store, by what was asked. */
  let kept = { edition: -1, values: new Map<string, JoinedValues>(), unknown: null as UnknownListAnswer | null };
  const present = () => {
    const { edition } = store.getState();
    if (kept.edition !== edition) kept = { edition, values: new Map(), unknown: null };
    return kept;
  };

  const tell = ({ cypher, values }: StyleFiguresAnswer | StyleGroupsAnswer, elapsedMs: number): void =>
    report(store, { name: "style", cypher, rows: values.id.length, unit: "rows", elapsedMs });

  const fetchValues = async (need: Need): Promise<JoinedValues | undefined> => {
    const started = deps.now();
    const answer = await runTask<StyleFiguresAnswer | StyleGroupsAnswer>(
      store,
      deps,
      "style",
      (signal) => ("figures" in need ? calls.styleFigures(need.figures, { signal }) : calls.styleGroups(need.groups, { signal })),
      () => void fetchValues(need),
    );
    if (answer === undefined) return undefined;
    const joined = new JoinedValues(answer);
    present().values.set(JSON.stringify(need), joined);
    tell(answer, deps.now() - started);
    return joined;
  };

  const fetchUnknown = async (): Promise<UnknownListAnswer | undefined> => {
    const started = deps.now();
    const answer = await runTask(
      store,
      deps,
      "unknown",
      (signal) => calls.unknown(mostUnknown, { signal }),
      () => void fetchUnknown(),
    );
    if (answer === undefined) return undefined;
    present().unknown = answer;
    tellUnknown(answer, deps.now() - started);
    return answer;
  };
  const tellUnknown = ({ cypher, unknown }: UnknownListAnswer, elapsedMs: number): void =>
    report(store, { name: "unknown", cypher, rows: unknown.length, unit: "rows", elapsedMs });

  return {
    styleBy: (channel: Channel, choice: string) => {
      step(store, (it) => chooseStyle(it, channel, choice));
      const need = needOf(chosen(channel, choice));
      const values = need === null ? undefined : present().values.get(JSON.stringify(need));
      // What is at hand is not asked again, and still leaves its Cypher.
      if (values !== undefined) tell(values.answer, 0);
    },
    /** What a rule needs, where it is at hand. */
    keptValues: (need: Need): JoinedValues | undefined => present().values.get(JSON.stringify(need)),
    fetchValues,
    showUnknown: (shown: boolean) => step(store, (it) => explore.showUnknown(it, shown)),
    /** What is drawn from what was at hand leaves its Cypher too. */
    toldUnknown: (answer: UnknownListAnswer) => tellUnknown(answer, 0),
    /** It is not to be had: the switch goes back, and that is no step. */
    lackUnknown: () =>
      store.setState(({ history }) => ({
        history: amend(history, { ...history.present, exploration: explore.showUnknown(history.present.exploration, false) }),
      })),
    keptUnknown: (): UnknownListAnswer | null => present().unknown,
    fetchUnknown,
  };
}
