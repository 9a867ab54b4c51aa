import type { TFunction } from "i18next";
import type { StatementAnswer } from "#graph/model/api-answers.ts";
import type { GraphByIds } from "#graph/model/by-ids.ts";
import type { ExportOptions, Scene, Seen } from "./seen.ts";

/** What an export is made from. What it needs of the server it asks for once. */
export interface Material {
  seen: Seen;
  /** Null where this browser draws nothing. */
  scene: Scene | null;
  options: ExportOptions;
  t: TFunction;
  /** The statements behind the visible edges, with the places of their evidence, in the order of the edges. */
  statements(): Promise<readonly StatementAnswer[]>;
  /** The visible entities with all edges between them, as the API answers. */
  graph(): Promise<GraphByIds["graph"]>;
}

/** One way to take away what is seen, as one declarative object. */
export interface Export {
  id: string;
  /** As people call the format: the same in both languages. */
  label: string;
  /** What it is good for. */
  what: { zh: string; en: string };
  extension: string;
  /** Needs the drawing. */
  draws?: true;
  make(material: Material): Promise<Blob>;
}
