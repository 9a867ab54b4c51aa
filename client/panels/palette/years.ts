import { useMemo } from "react";
import { en } from "#client/i18n/en.ts";
import { zh } from "#client/i18n/zh.ts";
import { useAtlas, useExploration, useScreen } from "#client/state/context.tsx";
import { type Timeline, timelineOf } from "#client/state/timeline.ts";
import type { PaletteEntry, PaletteSource } from "./entry.ts";

const nothing: readonly PaletteEntry[] = [];

/** Both clocks, set to each of the years that the slider shows. */
export const yearsSource: PaletteSource = {
  id: "years",
  title: { zh: zh["time.title"], en: en["time.title"] },
  use: () => {
    const graph = useAtlas((state) => state.graph);
    const shown = useExploration((it) => it.shown);
    const leftOut = useExploration((it) => it.leftOut);
    const exploring = useScreen((it) => it.route.at === "explore");
    const entries = useMemo(() => yearEntries(timelineOf(graph, { shown, leftOut }, new Date().getFullYear())), [graph, shown, leftOut]);
    return exploring ? entries : nothing;
  },
};

export function yearEntries({ first, held, said }: Timeline): PaletteEntry[] {
  if (first === null) return [];
  const of = (clock: "held" | "said", counts: Uint32Array): PaletteEntry[] =>
    [...counts.keys()].map((at): PaletteEntry => {
      const year = String(first + at);
      const until = {
        zh: zh[clock === "held" ? "command.heldIn" : "command.saidBy"],
        en: en[clock === "held" ? "command.heldIn" : "command.saidBy"],
      };
      const title = { zh: until.zh.replace("{{year}}", year), en: until.en.replace("{{year}}", year) };
      const run: PaletteEntry["run"] = ({ actions }) => (clock === "held" ? actions.setHeldAt(year) : actions.setSaidBy(year));
      return { id: `${clock}:${year}`, title, icon: "clock", run };
    });
  return [...of("held", held).reverse(), ...of("said", said).reverse()];
}
