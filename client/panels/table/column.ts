import type { ReactNode } from "react";
import type { zh } from "#client/i18n/zh.ts";
import type { Language } from "#client/rendering/interface.ts";
import type { EvidenceMask } from "#client/state/evidence-mask.ts";
import type { Exploration } from "#client/state/exploration.ts";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import type { Figure } from "./facts.ts";

/** What cells are read from; rows are indexes into the loaded graph, and nothing is copied for a row that is not seen. */
export interface TableContext {
  readonly graph: LoadedGraph;
  readonly exploration: Exploration;
  readonly language: Language;
  /** What clocks and trust take away; null: nothing. */
  readonly evidence: EvidenceMask | null;
  /** Drawn edges by node. */
  readonly links: Uint32Array;
  readonly states: ReadonlyMap<string, string>;
  readonly figures: ReadonlyMap<string, Figure>;
  /** By id; a document without one is told by its id. */
  readonly documentTitles: ReadonlyMap<string, string>;
}

/** One column: a value to sort and to copy, and a cell to look at. */
export interface Column {
  readonly id: string;
  readonly title: keyof typeof zh & `table.${string}`;
  readonly numeric?: boolean;
  /** CSS pixels it needs at least; what is left goes to those that stretch. */
  readonly width: number;
  readonly stretches?: boolean;
  /** Always there. */
  readonly fixed?: boolean;
  /** There until somebody chooses otherwise. */
  readonly usual?: boolean;
  /** Absent: the column cannot be sorted by. */
  readonly sortable?: boolean;
  text(context: TableContext, row: number): string;
  /** What it is sorted by; absent: its text. */
  order?(context: TableContext, row: number): number | string;
  /** Absent: its text. */
  cell?(context: TableContext, row: number): ReactNode;
}
