import { step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { record, redo, undo } from "../history.ts";
import { padded } from "../placement.ts";
import type { Stage } from "./stage.ts";

/** Where things stand, and the way back through all steps. */
export function arranging({ store, settle, bringIntoView, motion, stopLayout }: Stage) {
  return {
    /** A drag ended; the drawing has moved the node already. */
    moveNode: (node: number, x: number, y: number) => {
      const { history, graph } = store.getState();
      const positions = padded(history.present.positions, graph.nodeCount);
      positions[2 * node] = x;
      positions[2 * node + 1] = y;
      store.setState({ motionMs: 0, history: record(history, { ...history.present, positions }) });
    },
    layOut: async (layout: string) => {
      step(store, (it) => explore.setLayout(it, layout));
      await settle("all", { motionMs: 240 });
      bringIntoView(null);
    },
    undo: () => {
      stopLayout();
      store.setState((state) => ({ motionMs: motion(240), history: undo(state.history) }));
    },
    redo: () => {
      stopLayout();
      store.setState((state) => ({ motionMs: motion(240), history: redo(state.history) }));
    },
    bringIntoView,
  };
}
