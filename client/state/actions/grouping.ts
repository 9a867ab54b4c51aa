import { explorationOf, step } from "../atlas.ts";
import { communityGroups, groupsBy, withoutRules } from "../group-rules.ts";
import { addGroups, dropGroups, freshKey, type GroupRule, groupOf, renameGroup, setOpen } from "../slices/groups.ts";
import { stackedOf } from "../stacks.ts";
import type { Stage } from "./stage.ts";

/** Nodes put together into one, and taken apart again. */
export function grouping({ store, communities, bringIntoView }: Stage, expand: (node: number) => Promise<void>) {
  const present = () => explorationOf(store.getState());
  const setGroupOpen = (keys: readonly string[], open: boolean) => step(store, (it) => setOpen(it, keys, open));
  return {
    /** Into one closed group by hand. */
    group: (nodes: readonly number[]) =>
      step(store, (it) => addGroups(it, [{ key: freshKey(it), by: "hand", title: "", members: [...nodes], open: false }])),
    /** Everything that is visible by a rule, in place of what another rule had made. */
    groupBy: async (rule: Exclude<GroupRule, "hand">): Promise<void> => {
      const { graph } = store.getState();
      const labels = rule === "community" ? await communities() : null;
      if (labels === undefined) return;
      step(store, (it) => {
        const free = withoutRules(it);
        return addGroups(
          free,
          labels === null ? groupsBy(graph, free, rule as "kind" | "chain" | "park") : communityGroups(graph, free, labels),
        );
      });
      bringIntoView(null);
    },
    openGroup: (key: string) => setGroupOpen([key], true),
    /** What a double click or E does: a stack opens, an entity is expanded. */
    unfold: (row: number): void => {
      const group = stackedOf(store.getState().graph, present()).groups.get(row);
      if (group === undefined) void expand(row);
      else setGroupOpen([group.key], true);
    },
    closeGroup: (key: string) => setGroupOpen([key], false),
    setAllGroupsOpen: (open: boolean) =>
      setGroupOpen(
        present().groups.map(({ key }) => key),
        open,
      ),
    renameGroup: (key: string, title: string) => step(store, (it) => renameGroup(it, key, title.trim().slice(0, 200))),
    ungroup: (keys: readonly string[]) => step(store, (it) => dropGroups(it, keys)),
    ungroupAll: () =>
      step(store, (it) =>
        dropGroups(
          it,
          it.groups.map(({ key }) => key),
        ),
      ),
    /** The other state of the groups that these nodes are in; false when they are in none. */
    toggleGroupsOf: (nodes: readonly number[]): boolean => {
      const groups = [...new Set(nodes.map((node) => groupOf(present(), node)).filter((group) => group !== null))];
      if (groups.length === 0) return false;
      setGroupOpen(
        groups.map(({ key }) => key),
        groups.some(({ open }) => !open),
      );
      return true;
    },
  };
}
