import type { Export } from "./export.ts";
import { csv } from "./formats/csv.ts";
import { gexf } from "./formats/gexf.ts";
import { graphml } from "./formats/graphml.ts";
import { html } from "./formats/html.ts";
import { json } from "./formats/json.ts";
import { png } from "./formats/png.ts";
import { svg } from "./formats/svg.ts";

/** Every way to take away what is seen, in the order in which they are offered. */
export const exports: readonly Export[] = [png, svg, html, csv, json, gexf, graphml];
