import { hierarchy, pack } from "d3-hierarchy";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { type Guide, keepFixed, type Layout, type LayoutInput } from "./layout.ts";

const locatedIn = relationTypes.indexOf("LOCATED_IN");
const places = [entityKinds.indexOf("Park"), entityKinds.indexOf("Region")];

/** Room for the name below a node. */
const label = 18;
const margin = 14;

interface Circle {
  /** -1: the whole, -2: what no source places. */
  node: number;
  children: Circle[];
}

/** Parks in their regions, and in both what a source locates there; what none locates stands in a circle of its own, marked so. */
export const nested: Layout = {
  id: "nested",
  label: { zh: "按园区和地区", en: "By park and region" },
  async run(input) {
    const { count, radius } = input;
    const positions = new Float32Array(2 * count);
    if (count === 0) return { positions, guides: [] };
    const root = hierarchy<Circle>(circlesOf(input)).sum(({ node, children }) =>
      children.length > 0 || node < 0 ? 0 : ((radius[node] as number) + label) ** 2,
    );
    root.sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.data.node - b.data.node);
    const packed = pack<Circle>()
      .radius((leaf) => (leaf.data.node < 0 ? 1 : (radius[leaf.data.node] as number) + label))
      .padding(margin)(root);
    const guides: Guide[] = [];
    for (const circle of packed.descendants()) {
      const { node, children } = circle.data;
      // A place with something in it stands at the top of its circle, where its name is the circle's.
      const isPlace = children.length > 0;
      if (node >= 0) {
        positions[2 * node] = circle.x;
        positions[2 * node + 1] = -circle.y;
      }
      if (isPlace && node !== -1)
        guides.push({
          shape: "circle",
          x: circle.x,
          y: -circle.y,
          radius: circle.r,
          title: node === -2 ? { zh: "未知位置", en: "Location unknown" } : { node },
        });
    }
    return { positions: keepFixed(input, positions), guides };
  },
};

function circlesOf({ count, kind, source, target, type }: LayoutInput): Circle {
  const isPlace = (node: number): boolean => places.includes(kind[node] as number);
  const inside = new Int32Array(count).fill(-1);
  for (let edge = 0; edge < source.length; edge += 1) {
    if (type[edge] !== locatedIn) continue;
    const [from, to] = [source[edge] as number, target[edge] as number];
    if (!isPlace(to)) continue;
    // Of a region and a park in it the park says more.
    const known = inside[from] as number;
    if (known < 0 || (kind[known] !== places[0] && kind[to] === places[0])) inside[from] = to;
  }
  const reaches = (from: number, wanted: number): boolean => {
    for (let at = from, steps = 0; at >= 0 && steps < count; at = inside[at] as number, steps += 1) if (at === wanted) return true;
    return false;
  };
  for (let node = 0; node < count; node += 1) if (reaches(inside[node] as number, node)) inside[node] = -1;
  const circles = Array.from({ length: count }, (_, node): Circle => ({ node, children: [] }));
  const top: Circle = { node: -1, children: [] };
  const nowhere: Circle = { node: -2, children: [] };
  const holds = new Set(inside);
  for (let node = 0; node < count; node += 1) {
    const circle = circles[node] as Circle;
    const place = inside[node] as number;
    const home = place >= 0 ? (circles[place] as Circle) : holds.has(node) ? top : nowhere;
    home.children.push(circle);
  }
  // The place itself is one of the things in its circle: a circle has no middle to stand in.
  for (const circle of circles) if (circle.children.length > 0) circle.children.unshift({ node: circle.node, children: [] });
  if (nowhere.children.length > 0) top.children.push(nowhere);
  return top;
}
