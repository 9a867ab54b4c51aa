import { canvasHandle } from "#client/panels/canvas/handle.ts";
import { type AtlasState, explorationOf } from "#client/state/atlas.ts";
import { go, screen } from "#client/state/screen.ts";
import { activeFilters } from "#client/state/visible.ts";
import { openInWorkbench } from "#client/state/workbench.ts";
import { type Command, titled } from "./command.ts";
import type { PaletteContext } from "./entry.ts";

const selectionOf = (state: AtlasState): readonly number[] => explorationOf(state).selection;
const oneSelected: Command["when"] = ({ atlas, screen: { route } }) => route.at === "explore" && selectionOf(atlas).length === 1;
const someSelected: Command["when"] = ({ atlas, screen: { route } }) => route.at === "explore" && selectionOf(atlas).length > 0;
const exploring: Command["when"] = ({ screen: { route } }) => route.at === "explore";
const anySelected = ({ store }: PaletteContext): readonly number[] => selectionOf(store.getState());
const selected = (context: PaletteContext): number => anySelected(context)[0] as number;

/** What can be done on the canvas, with the keys that do it there. */
export const canvasCommands: readonly Command[] = [
  {
    id: "expand",
    title: titled("command.expand"),
    keys: ["E"],
    icon: "expand",
    when: oneSelected,
    run: (it) => void it.actions.expand(selected(it)),
  },
  {
    id: "collapse",
    title: titled("command.collapse"),
    keys: ["C"],
    icon: "collapse",
    when: oneSelected,
    run: (it) => it.actions.collapse(anySelected(it)),
  },
  {
    id: "hide",
    title: titled("command.hide"),
    keys: ["H"],
    icon: "hide",
    when: someSelected,
    run: (it) => void it.actions.hide(anySelected(it)),
  },
  {
    id: "neighbourhood",
    title: titled("command.neighbourhood"),
    icon: "filter",
    when: someSelected,
    keys: ["."],
    run: (it) => it.actions.onlyNeighbourhood(anySelected(it), 1),
  },
  {
    id: "paths",
    title: titled("command.paths"),
    keys: ["P"],
    icon: "path",
    when: exploring,
    run: ({ actions }) => actions.askForPaths(),
  },
  {
    id: "compare",
    title: titled("command.compare"),
    icon: "compare",
    run: ({ store }) => {
      const { graph } = store.getState();
      const [a, b] = selectionOf(store.getState()).map((node) => graph.nodes.id[node] ?? null);
      go({ at: "compare", a: a ?? null, b: b ?? null });
    },
  },
  {
    id: "fit-selection",
    title: titled("command.fitSelection"),
    keys: ["F"],
    icon: "fit",
    when: someSelected,
    run: (it) => it.actions.bringIntoView(anySelected(it)),
  },
  {
    id: "fit-all",
    title: titled("command.fitAll"),
    keys: ["0"],
    icon: "fit",
    when: exploring,
    run: ({ actions }) => actions.bringIntoView(null),
  },
  {
    id: "zoom-in",
    title: titled("command.zoomIn"),
    keys: ["+"],
    icon: "plus",
    when: exploring,
    run: () => canvasHandle.current?.zoom(1.3),
  },
  {
    id: "zoom-out",
    title: titled("command.zoomOut"),
    keys: ["−"],
    icon: "minus",
    when: exploring,
    run: () => canvasHandle.current?.zoom(1 / 1.3),
  },
  {
    id: "clear-selection",
    title: titled("command.clearSelection"),
    keys: ["Esc"],
    icon: "close",
    when: someSelected,
    run: ({ actions }) => actions.clearSelection(),
  },
  {
    id: "undo",
    title: titled("command.undo"),
    keys: ["⌘Z"],
    icon: "undo",
    when: ({ atlas }) => atlas.history.past.length > 0,
    run: ({ actions }) => actions.undo(),
  },
  {
    id: "redo",
    title: titled("command.redo"),
    keys: ["⇧⌘Z"],
    icon: "redo",
    when: ({ atlas }) => atlas.history.future.length > 0,
    run: ({ actions }) => actions.redo(),
  },
  {
    id: "clear-filters",
    title: titled("command.clearFilters"),
    icon: "filter",
    when: ({ atlas }) => activeFilters(explorationOf(atlas)).length > 0,
    run: ({ actions }) => actions.clearFilters(),
  },
  ...(["stated", "inferred", "reference"] as const).map(
    (status): Command => ({
      id: `only-${status}`,
      title: titled(`command.only.${status}`),
      icon: "filter",
      when: exploring,
      run: ({ actions }) => void actions.setStatus(status),
    }),
  ),
  {
    id: "load-more",
    title: titled("command.loadMore"),
    icon: "download",
    when: ({ atlas, screen: { route } }) => route.at === "explore" && atlas.overviewNext !== null,
    run: ({ actions }) => void actions.loadMore(),
  },
  {
    id: "load-all",
    title: titled("command.loadAll"),
    icon: "download",
    when: ({ atlas, screen: { route } }) => route.at === "explore" && atlas.overviewNext !== null,
    run: ({ actions }) => void actions.loadAll(),
  },
  {
    id: "table",
    title: titled("command.table"),
    keys: ["T"],
    icon: "table",
    run: () => {
      if (screen.getState().route.at !== "explore") go({ at: "explore", entity: null });
      screen.setState((it) => ({ table: !it.table }));
    },
  },
  {
    id: "last-query",
    title: titled("command.lastQuery"),
    keys: ["⌘↵"],
    icon: "play",
    when: ({ atlas }) => atlas.lastAction !== null,
    run: ({ store }) => {
      const { lastAction } = store.getState();
      if (screen.getState().route.at !== "explore") go({ at: "explore", entity: null });
      if (lastAction !== null) openInWorkbench(lastAction.cypher);
    },
  },
];
