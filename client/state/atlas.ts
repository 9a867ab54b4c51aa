import { createStore, type StoreApi } from "zustand/vanilla";
import type { Calls } from "#client/api/calls.ts";
import { PlaceColumn } from "#client/columns/place-column.ts";
import type { CommunityInput } from "#client/communities/communities.ts";
import type { Guide, LayoutInput, Placement } from "#client/layouts/layout.ts";
import type { ShownCypher } from "#graph/model/subgraph.ts";
import type { SavedCamera } from "#graph/model/view.ts";
import { type Exploration, emptyExploration } from "./exploration.ts";
import { type History, record, startHistory } from "./history.ts";
import { emptyGraph, type LoadedGraph } from "./loaded-graph.ts";
import type { OverviewPlace } from "./overview-pages.ts";

/** What undo returns to: the exploration, and where everything stood. */
export interface Frame {
  readonly exploration: Exploration;
  readonly positions: PlaceColumn;
  /** What the layout draws behind the nodes; titles name nodes of the loaded graph. */
  readonly guides: readonly Guide[];
}

export type ActionName =
  | "overview"
  | "expand"
  | "open"
  | "more"
  | "question"
  | "result"
  | "search"
  | "entity"
  | "statement"
  | "documents"
  | "stages"
  | "paths"
  | "changes"
  | "freshness"
  | "view"
  | "compare"
  | "table"
  /** Answered locally: what is on the canvas, what the filters leave of it, what is selected. */
  | "canvas"
  | "filter"
  | "selection"
  | "style"
  | "unknown"
  | "history"
  | "revision"
  | "evidence";

/** What the strip at the bottom tells: every action leaves its Cypher. */
export interface LastAction {
  name: ActionName;
  cypher: ShownCypher;
  /** What of the parameters is worth telling in a line; absent: the parameters themselves. */
  told?: ShownCypher["parameters"];
  rows: number;
  unit: "nodes" | "rows";
  elapsedMs: number;
}

/** Something under way that can be cancelled. */
export interface Task {
  id: number;
  name: ActionName | "layout" | "communities";
  startedAt: number;
  cancel(): void;
}

export interface Failure {
  action: ActionName;
  error: unknown;
  retry(): void;
}

/** A hub was asked to expand: the person chooses first what to fetch. */
export interface HubQuestion {
  node: number;
  hidden: number;
}

export interface AtlasState {
  /** The columns grow in place; each merge makes a new outer object, so that a change is seen. */
  graph: LoadedGraph;
  history: History<Frame>;
  /** How long the canvas takes to move to the present positions. */
  motionMs: number;
  /** Cursor of the rest of the overview. */
  overviewNext: OverviewPlace | null;
  ready: boolean;
  lastAction: LastAction | null;
  tasks: readonly Task[];
  failure: Failure | null;
  hubQuestion: HubQuestion | null;
  /** Counts requests to bring nodes into view; null means all. */
  focus: { nodes: readonly number[] | null; count: number };
  /** Counts requests to look from one place. */
  lookFrom: { camera: SavedCamera | null; count: number };
  /** Counts how often everything was fetched anew, since the store has moved on: a canvas shows one of them. */
  edition: number;
}

export interface AtlasDeps {
  calls: Calls;
  layOut(id: string, input: LayoutInput, options: { signal: AbortSignal; onProgress?(positions: Float32Array): void }): Promise<Placement>;
  findCommunities(input: CommunityInput, options: { signal: AbortSignal }): Promise<Uint32Array>;
  now(): number;
  reducedMotion(): boolean;
  /** Width / height of the canvas. */
  aspect(): number;
  /** Resolves when what was changed just now has been drawn; absent where nothing is drawn. */
  drawn?(): Promise<void>;
}

export type AtlasStore = StoreApi<AtlasState>;

export const defaultLayout = "force";

export const createAtlasStore = (): AtlasStore => createStore<AtlasState>(() => emptyAtlas());

/** Nothing fetched, nothing done. */
export const emptyAtlas = (): AtlasState => ({
  graph: emptyGraph(),
  history: startHistory<Frame>({ exploration: emptyExploration(defaultLayout), positions: PlaceColumn.none(), guides: [] }),
  motionMs: 0,
  overviewNext: null,
  ready: false,
  lastAction: null,
  tasks: [],
  failure: null,
  hubQuestion: null,
  focus: { nodes: null, count: 0 },
  lookFrom: { camera: null, count: 0 },
  edition: 0,
});

export const explorationOf = (state: AtlasState): Exploration => state.history.present.exploration;
export const positionsOf = (state: AtlasState): PlaceColumn => state.history.present.positions;

/** Applies a pure change to the exploration as one step of history. */
export function step(store: AtlasStore, change: (it: Exploration) => Exploration, stroke: string | null = null): void {
  const { history } = store.getState();
  const exploration = change(history.present.exploration);
  if (exploration === history.present.exploration) return;
  store.setState({ history: record(history, { ...history.present, exploration }, stroke) });
}
