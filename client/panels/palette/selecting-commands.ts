import { explorationOf } from "#client/state/atlas.ts";
import { canvasTool, takeTool } from "#client/state/canvas-tool.ts";
import { countHidden } from "#client/state/exploration.ts";
import { screen } from "#client/state/screen.ts";
import { groupOf } from "#client/state/slices/groups.ts";
import { type Command, titled } from "./command.ts";
import type { PaletteContext } from "./entry.ts";

type When = NonNullable<Command["when"]>;
const exploring: When = ({ screen: { route } }) => route.at === "explore";
const selectionOf = ({ store }: PaletteContext): readonly number[] => explorationOf(store.getState()).selection;
const selected =
  (least: number): When =>
  (now) =>
    exploring(now) && explorationOf(now.atlas).selection.length >= least;
const grouped: When = (now) => exploring(now) && explorationOf(now.atlas).groups.length > 0;
const groupKeys = (context: PaletteContext): string[] => {
  const it = explorationOf(context.store.getState());
  return [...new Set(selectionOf(context).flatMap((node) => groupOf(it, node)?.key ?? []))];
};

/** A tool works on the drawing: the table gives way to it. */
const inHand = (tool: "box" | "lasso"): void => {
  screen.setState({ table: false });
  if (canvasTool.getState().tool !== tool) takeTool(tool);
};

/** Ways to say what is meant, and to put it together: all that the tools at the canvas and the keys can. */
export const selectingCommands: readonly Command[] = [
  { id: "box", title: titled("command.box"), keys: ["B"], icon: "box", when: exploring, run: () => inHand("box") },
  { id: "lasso", title: titled("command.lasso"), keys: ["L"], icon: "lasso", when: exploring, run: () => inHand("lasso") },
  {
    id: "select-all",
    title: titled("command.selectAll"),
    keys: ["⌘A"],
    icon: "check",
    when: exploring,
    run: ({ actions }) => actions.selectAll(),
  },
  {
    id: "select-inverse",
    title: titled("command.selectInverse"),
    keys: ["I"],
    icon: "swap",
    when: exploring,
    run: ({ actions }) => actions.selectInverse(),
  },
  {
    id: "select-neighbours",
    title: titled("command.selectNeighbours"),
    keys: ["N"],
    icon: "graph",
    when: selected(1),
    run: ({ actions }) => actions.selectNeighbours(),
  },
  {
    id: "select-community",
    title: titled("command.selectCommunity"),
    icon: "layers",
    when: selected(1),
    run: ({ actions }) => void actions.selectCommunity(),
  },
  ...(["kind", "chain", "park", "community"] as const).map(
    (rule): Command => ({
      id: `group-${rule}`,
      title: titled(`command.groupBy.${rule}`),
      icon: "group",
      when: exploring,
      run: ({ actions }) => void actions.groupBy(rule),
    }),
  ),
  {
    id: "group-hand",
    title: titled("command.groupSelected"),
    keys: ["⇧G"],
    icon: "group",
    when: selected(2),
    run: (it) => it.actions.group(selectionOf(it)),
  },
  {
    id: "ungroup",
    title: titled("command.ungroup"),
    keys: ["⇧U"],
    icon: "ungroup",
    when: (now) => selected(1)(now) && explorationOf(now.atlas).selection.some((node) => groupOf(explorationOf(now.atlas), node) !== null),
    run: (it) => it.actions.ungroup(groupKeys(it)),
  },
  {
    id: "open-groups",
    title: titled("command.openGroups"),
    icon: "expand",
    when: grouped,
    run: ({ actions }) => actions.setAllGroupsOpen(true),
  },
  {
    id: "close-groups",
    title: titled("command.closeGroups"),
    icon: "collapse",
    when: grouped,
    run: ({ actions }) => actions.setAllGroupsOpen(false),
  },
  {
    id: "ungroup-all",
    title: titled("command.ungroupAll"),
    icon: "ungroup",
    when: grouped,
    run: ({ actions }) => actions.ungroupAll(),
  },
  {
    id: "pin",
    title: titled("command.pin"),
    keys: ["⇧P"],
    icon: "pin",
    when: selected(1),
    run: (it) => it.actions.pin(selectionOf(it)),
  },
  {
    id: "unpin-all",
    title: titled("command.unpinAll"),
    icon: "unpin",
    when: (now) => exploring(now) && explorationOf(now.atlas).pinned.size > 0,
    run: ({ actions }) => actions.unpinAll(),
  },
  {
    id: "show-hidden",
    title: titled("command.showHidden"),
    keys: ["⇧H"],
    icon: "hide",
    when: (now) => exploring(now) && countHidden(explorationOf(now.atlas)) > 0,
    run: ({ actions }) => actions.showHidden(),
  },
];
