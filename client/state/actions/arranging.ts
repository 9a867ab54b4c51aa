import { step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { record, redo, undo } from "../history.ts";
import { carryMembers, nodesBehind, stackedOf } from "../stacks.ts";
import type { Stage } from "./stage.ts";

/** Where things stand, and the way back through all steps. */
export function arranging({ store, settle, bringIntoView, motion, stopLayout }: Stage) {
  return {
    /** A drag ended: what was put somewhere by hand is pinned there, a stack with its members. A layout that still runs ends. */
    moveNode: (row: number, x: number, y: number) => {
      stopLayout();
      const { history, graph } = store.getState();
      const { exploration } = history.present;
      const stacked = stackedOf(graph, exploration);
      const positions = history.present.positions.copy();
      positions.put(row, x, y);
      carryMembers(stacked, positions, (one) => (one === row ? { x, y } : null));
      const pinned = explore.pin(exploration, nodesBehind(stacked, row));
      store.setState({ motionMs: 0, history: record(history, { ...history.present, exploration: pinned, positions }) });
    },
    pin: (nodes: readonly number[]) => step(store, (it) => explore.pin(it, nodes)),
    unpin: (nodes: readonly number[]) => step(store, (it) => explore.unpin(it, nodes)),
    unpinAll: () => step(store, (it) => explore.unpin(it, [...it.pinned])),
    layOut: async (layout: string) => {
      step(store, (it) => explore.setLayout(it, layout));
      await settle("all", { motionMs: 240 });
      bringIntoView(null);
    },
    undo: () => store.setState((state) => ({ motionMs: motion(240), history: undo(state.history) })),
    redo: () => store.setState((state) => ({ motionMs: motion(240), history: redo(state.history) })),
    bringIntoView,
  };
}
