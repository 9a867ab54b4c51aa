import { force } from "./force/force.ts";
import { grid } from "./grid.ts";
import type { Layout } from "./layout.ts";

/** Every layout there is; a new one is a file and an entry here. */
export const layouts: readonly Layout[] = [force, grid];
export type LayoutId = Layout["id"];
