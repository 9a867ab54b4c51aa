import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "#client/styles/tokens.css";
import "#client/styles/base.css";
import { mountAtlas } from "#client/mount-atlas.tsx";
import { loading } from "#client/state/loading.ts";
import { generate } from "../generate.ts";
import { pause, withoutDraws } from "../measure.ts";
import { type Series, seriesOf } from "./actions.ts";
import { serveInMemory } from "./memory-server.ts";
import { ServedGraph } from "./served-graph.ts";

declare global {
  interface Window {
    appBench?: {
      /** Mounts the application on a made-up graph and loads all of it; answers what can be measured. */
      start(nodes: number, edges: number): Promise<string[]>;
      /** Runs one of them, each round between two marks in the trace. */
      run(what: string, rounds: number): Promise<void>;
    };
  }
}

/** What an action leaves for later is looked for so long. */
const afterMs = 500;
const frame = (): Promise<unknown> => new Promise((resume) => requestAnimationFrame(resume));
const until = async (met: () => boolean): Promise<void> => {
  while (!met()) await pause(100);
};
let known: Series[] = [];

window.appBench = {
  start: async (nodes, edges) => {
    serveInMemory(new ServedGraph(generate({ nodes, edges, seed: 3 })));
    location.hash = "#/explore";
    const atlas = await mountAtlas(document.getElementById("root") as HTMLElement);
    const { store, actions } = atlas;
    const still = () => store.getState().ready && loading.getState().present === null && store.getState().tasks.length === 0;
    await until(still);
    void actions.loadAll();
    await pause(100);
    await until(still);
    await pause(1500);
    known = seriesOf(atlas);
    return known.map(({ what }) => what);
  },
  run: async (what, rounds) => {
    const series = known.find((one) => one.what === what);
    if (series === undefined) throw new Error(`Bench refused: nothing is called ${what}.`);
    // A software GPU works on the same cores and would be counted.
    await withoutDraws(async () => {
      await series.before?.();
      for (let round = 0; round < rounds; round += 1) {
        await pause(60);
        performance.mark("act");
        series.act(round);
        await frame();
        await frame();
        performance.mark("shown");
        await pause(afterMs);
        performance.mark("quiet");
        if (series.restore === undefined) continue;
        series.restore();
        await pause(400);
      }
      series.after?.();
      await pause(300);
    });
  },
};
