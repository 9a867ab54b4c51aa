import type { Drawn } from "./emphasis.ts";
import type { ChangeMark, Marks } from "./interface.ts";
import type { Tokens } from "./theme.ts";
import { nodeScale, toScreen, type View } from "./view.ts";

const size = 7;
/** Below these radii in CSS pixels a node's ring alone has to do: where much changes, signs on everything say nothing. */
const smallest = { few: 4, many: 13 };
const many = 120;

/** Strokes of the signs in a box from −1 to 1: no colour says anything alone. */
const signs: Readonly<Record<ChangeMark, (it: CanvasRenderingContext2D) => void>> = {
  added: (it) => {
    it.moveTo(-3, 0);
    it.lineTo(3, 0);
    it.moveTo(0, -3);
    it.lineTo(0, 3);
  },
  changed: (it) => {
    it.moveTo(-3.2, 0.8);
    it.bezierCurveTo(-1.6, -2.6, 1.6, 2.6, 3.2, -0.8);
  },
  removed: (it) => {
    it.moveTo(-3, 0);
    it.lineTo(3, 0);
  },
  conflict: (it) => {
    it.moveTo(0, -3.6);
    it.lineTo(0, 0.8);
    it.moveTo(0, 3.2);
    it.lineTo(0, 3.4);
  },
};

/** A sign at the upper right of every node that changes. */
export function paintBadges(
  context: CanvasRenderingContext2D,
  drawn: Drawn,
  marks: Marks,
  { view, tokens }: { view: View; tokens: Tokens },
): void {
  const grow = nodeScale(view.scale);
  const least = marks.nodes.size > many ? smallest.many : smallest.few;
  context.lineCap = "round";
  for (const [node, mark] of marks.nodes) {
    const radius = drawn.nodes.radius(node) * grow;
    if (radius < least || !drawn.visibility.node(drawn.nodes, node)) continue;
    const at = toScreen(view, drawn.nodes.x(node), drawn.nodes.y(node));
    const [x, y] = [at.x + radius * 0.8 + 1, at.y - radius * 0.8 - 1];
    if (x < -size || y < -size || x > view.width + size || y > view.height + size) continue;
    context.save();
    context.translate(x, y);
    context.beginPath();
    context.arc(0, 0, size, 0, 2 * Math.PI);
    context.fillStyle = tokens[mark];
    context.strokeStyle = tokens.canvas;
    context.lineWidth = 3;
    context.stroke();
    context.fill();
    context.beginPath();
    context.strokeStyle = tokens.onMark;
    context.lineWidth = 1.7;
    signs[mark](context);
    context.stroke();
    context.restore();
  }
}
