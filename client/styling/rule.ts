import type { Style } from "#client/rendering/interface.ts";
import type { Tone } from "#client/rendering/tones.ts";
import type { Grouping, StyleMeasure } from "#graph/model/style-values.ts";
import type { JoinedValues } from "./joined-values.ts";

export interface Labels {
  zh: string;
  en: string;
}

/** What a rule must know of every entity besides what is loaded. */
export type Need = { groups: Grouping } | { figures: MeasureKey };
/** One measure in one unit and one modality: figures of another are never mixed in. */
export type MeasureKey = Pick<StyleMeasure, "measure" | "unit" | "modality">;

export interface StyleInput {
  count: number;
  /** Index into `entityKinds`. */
  kind: Uint8Array;
  /** What the rule needs, row by node; null for a rule that needs nothing. */
  values: JoinedValues | null;
}

/** A node of the size scale: a figure and its radius at 100 %. */
export interface SizeStop {
  value: number;
  radius: number;
}

export interface SizeLegend {
  stops: readonly SizeStop[];
  figures: MeasureKey;
  /** Entities with several figures of one period. */
  several: number;
  /** The newest period and the oldest one. */
  periods: readonly [string, string] | null;
}

/** One line of the colour legend. */
export interface ColourEntry {
  tone: Tone;
  label: Labels;
}

interface Rule {
  /** As the exploration and saved views hold it; a rule of figures is followed by which. */
  id: string;
  label: Labels;
}

export interface SizeRule extends Rule {
  channel: "size";
  /** Whether it is one of figures: then the choice names measure, unit and modality. */
  figures?: true;
  /** Null: by degree, as without a style. Also tells which nodes are unknown to it. */
  derive(input: StyleInput): { radius: Float32Array | null; unknown: Uint8Array | null; legend: SizeLegend | null };
}

export interface ColourRule extends Rule {
  channel: "colour";
  figures?: true;
  groups?: Grouping;
  /** Null: by kind, as without a style. */
  derive(input: StyleInput): { tone: Uint8Array | null; legend: readonly ColourEntry[] };
}

export interface ThicknessRule extends Rule {
  channel: "thickness";
  thickness: Style["thickness"];
}

export type StyleRule = SizeRule | ColourRule | ThicknessRule;
export type Channel = StyleRule["channel"];
