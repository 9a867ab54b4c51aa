import forceAtlas2 from "graphology-layout-forceatlas2";
import { Forces } from "../layouts/force/forces.ts";
import { emptyPart } from "../layouts/force/part.ts";
import { reuseFor } from "../layouts/force/reuse.ts";
import type { DrawnGraph } from "../rendering/graph-canvas.ts";
import { untouchedGraph } from "./untouched.ts";

/** Steps of one kind in a run, of which the first few are not counted: code that never ran is compiled in them. */
const steps = { unmeasured: 6, measured: 24 };
/** A larger graph would make ForceAtlas2 hold up the bench for minutes. */
const most = 10_000;

function perStep(step: () => void): number {
  for (let at = 0; at < steps.unmeasured; at += 1) step();
  const started = performance.now();
  for (let at = 0; at < steps.measured; at += 1) step();
  return (performance.now() - started) / steps.measured;
}

/** A step of the force layout, which the application runs in a worker, beside one of synchronous ForceAtlas2 on the same graph; from the same places. */
export function layoutRow(graph: DrawnGraph): { what: string; ours: number; baseline: number }[] {
  const count = graph.nodes.id.length;
  if (count > most) return [];
  const part = emptyPart(count, graph.edges.id.length);
  for (let node = 0; node < count; node += 1) {
    part.x[node] = graph.positions[2 * node] as number;
    part.y[node] = graph.positions[2 * node + 1] as number;
    part.radius[node] = 9;
  }
  part.source.set(graph.edges.source);
  part.target.set(graph.edges.target);
  part.weight.fill(1);
  const forces = new Forces(part, 1.5);
  const ours = perStep(() => forces.step(0.5, reuseFor(count)));
  const whole = untouchedGraph(graph);
  const settings = forceAtlas2.inferSettings(whole);
  const baseline = perStep(() => forceAtlas2.assign(whole, { iterations: 1, settings }));
  return [{ what: "a step of the force layout", ours, baseline }];
}
