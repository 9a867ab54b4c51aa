import { force } from "./force/force.ts";
import { grid } from "./grid.ts";
import { lanes } from "./lanes/lanes.ts";
import type { Layout } from "./layout.ts";
import { nested } from "./nested.ts";
import { radial } from "./radial.ts";

/** Every layout there is; a new one is a file and an entry here. */
export const layouts: readonly Layout[] = [force, lanes, nested, radial, grid];
export type LayoutId = Layout["id"];
