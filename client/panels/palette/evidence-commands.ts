import { explorationOf } from "#client/state/atlas.ts";
import { isClocked } from "#client/state/evidence-mask.ts";
import { type Command, titled } from "./command.ts";

type When = NonNullable<Command["when"]>;
const exploring: When = ({ screen: { route } }) => route.at === "explore";
const clocked: When = (now) => exploring(now) && isClocked(explorationOf(now.atlas).clocks);
const reliability =
  (is: "high" | "medium" | null): When =>
  (now) =>
    exploring(now) && explorationOf(now.atlas).trust.reliability !== is;

/** Of what time and by whose word the picture is, and what nobody says; the years themselves are a group of their own. */
export const evidenceCommands: readonly Command[] = [
  {
    id: "any-time",
    title: titled("command.anyTime"),
    icon: "clock",
    when: clocked,
    run: ({ actions }) => {
      actions.clearFilter("held");
      actions.clearFilter("said");
    },
  },
  {
    id: "hide-undated",
    title: titled("command.hideUndated"),
    icon: "clock",
    when: (now) => clocked(now) && explorationOf(now.atlas).clocks.undatedHidden !== true,
    run: ({ actions }) => actions.setUndatedHidden(true),
  },
  {
    id: "show-undated",
    title: titled("command.showUndated"),
    icon: "clock",
    when: (now) => clocked(now) && explorationOf(now.atlas).clocks.undatedHidden === true,
    run: ({ actions }) => actions.setUndatedHidden(false),
  },
  ...(["high", "medium"] as const).map(
    (least): Command => ({
      id: `reliability-${least}`,
      title: titled(`command.reliability.${least}`),
      icon: "filter",
      when: reliability(least),
      run: ({ actions }) => actions.setReliability(least),
    }),
  ),
  {
    id: "reliability-any",
    title: titled("command.reliability.any"),
    icon: "filter",
    when: reliability(null),
    run: ({ actions }) => actions.setReliability(null),
  },
  {
    id: "every-document",
    title: titled("command.everyDocument"),
    icon: "document",
    when: (now) => exploring(now) && explorationOf(now.atlas).trust.documents !== null,
    run: ({ actions }) => actions.trustDocuments(null),
  },
  {
    id: "show-unknown",
    title: titled("command.showUnknown"),
    icon: "unknown",
    when: (now) => exploring(now) && !explorationOf(now.atlas).unknownShown,
    run: ({ actions }) => actions.showUnknown(true),
  },
  {
    id: "hide-unknown",
    title: titled("command.hideUnknown"),
    icon: "unknown",
    when: (now) => exploring(now) && explorationOf(now.atlas).unknownShown,
    run: ({ actions }) => actions.showUnknown(false),
  },
];
