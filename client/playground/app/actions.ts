import { canvasHandle } from "#client/panels/canvas/handle.ts";
import type { Actions } from "#client/state/actions.ts";
import { type AtlasStore, explorationOf } from "#client/state/atlas.ts";
import { setTheme } from "#client/state/preferences.ts";
import { screen } from "#client/state/screen.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { pause, pointAt } from "../measure.ts";
import { broughtAtOnce } from "./served-graph.ts";

/** One thing that people do, again and again; what comes before and after it is not measured. */
export interface Series {
  what: string;
  before?(): unknown;
  act(round: number): void;
  /** After each round. */
  restore?(): void;
  after?(): void;
}

const stepUp = (thumb: HTMLInputElement | null): void => {
  thumb?.stepUp();
  thumb?.dispatchEvent(new Event("input", { bubbles: true }));
};

/** What people do to a picture, with the rail, the inspector, the legend, the strip and the minimap there; then with the table open. */
export function seriesOf({ store, actions }: { store: AtlasStore; actions: Actions }): Series[] {
  const { graph } = store.getState();
  const canvas = () => canvasHandle.current as NonNullable<typeof canvasHandle.current>;
  const container = () => canvasHandle.container as HTMLElement;
  const point = (type: string, x: number, y: number) => pointAt(container(), type, { x, y });
  // Nodes with few links: a round measures the action and not one hub.
  const few = [...Array(graph.nodeCount).keys()].filter((node) => (graph.nodes.degree[node] as number) < 12).slice(0, 40);
  const pick = (round: number): number => few[(7 * round) % few.length] as number;
  const kind = (round: number) => entityKinds[round % 5] as (typeof entityKinds)[number];
  const expand = (round: number) => void actions.expand(pick(round), { limit: broughtAtOnce, sure: true });
  const slide = () => stepUp(document.querySelector<HTMLInputElement>("input[type=range][step='0.05']"));
  const grab = (): void => {
    const at = canvas().viewportOf(pick(0));
    point("mousemove", at.x, at.y);
    point("mousedown", at.x, at.y);
    point("mousemove", at.x + 9, at.y + 2);
  };
  const { clearFilters, undo } = actions;
  const look = async (): Promise<void> => {
    actions.clearSelection();
    canvas().fit(few, { animateMs: 0 });
    await pause(600);
  };
  const setTable = (table: boolean) => async (): Promise<void> => {
    screen.setState({ table });
    await pause(2500);
  };
  return [
    { what: "nothing: what measuring costs", act: () => undefined },
    { what: "select", act: (round) => actions.pick(pick(round), false) },
    {
      what: "hover",
      before: look,
      act: (round) => {
        const { x, y } = canvas().viewportOf(pick(round));
        point("mousemove", x, y);
      },
    },
    {
      what: "drag",
      before: grab,
      act: (round) => {
        const at = canvas().viewportOf(pick(0));
        point("mousemove", at.x + 1 + (round % 2), at.y + 1);
      },
    },
    {
      what: "drop what was dragged",
      act: () => {
        const at = canvas().viewportOf(pick(0));
        point("mouseup", at.x, at.y);
      },
      restore: grab,
      after: () => point("mouseup", 9, 9),
    },
    { what: "hide a kind", act: (round) => actions.toggleKind(kind(round)), after: clearFilters },
    { what: "move the slider of confidence", act: slide, after: clearFilters },
    { what: "move the slider of time", act: (round) => actions.setHeldAt(String(2005 + round)), after: clearFilters },
    { what: "hide one", act: (round) => actions.hide([pick(round)]), restore: undo },
    { what: "mark one (pin)", act: (round) => actions.pin([pick(round)]) },
    { what: "recolour all (theme)", act: (round) => setTheme(round % 2 === 0 ? "dark" : "light"), after: () => setTheme("light") },
    {
      what: "recolour all (by chain)",
      before: async () => {
        actions.styleBy("colour", "chain");
        await pause(3000);
      },
      act: (round) => actions.styleBy("colour", round % 2 === 0 ? "kind" : "chain"),
      after: () => actions.styleBy("colour", "kind"),
    },
    {
      what: "resize all",
      act: (round) => actions.styleBy("size", round % 2 === 0 ? "even" : "degree"),
      after: () => actions.styleBy("size", "degree"),
    },
    { what: `expand ${broughtAtOnce}`, before: look, act: expand },
    { what: "undo", act: undo },
    { what: "select, table open", before: setTable(true), act: (round) => actions.pick(pick(round), false) },
    { what: "hide a kind, table open", act: (round) => actions.toggleKind(kind(round)), after: clearFilters },
    { what: "move the slider of confidence, table open", act: slide, after: clearFilters },
    { what: `expand ${broughtAtOnce}, table open`, act: expand, after: () => void setTable(false)() },
    {
      what: "group all by kind",
      before: () => pause(2500),
      act: () => void actions.groupBy("kind"),
      restore: () => {
        undo();
        if (explorationOf(store.getState()).groups.length > 0) throw new Error("Bench went astray: a group was left behind.");
      },
    },
  ];
}
