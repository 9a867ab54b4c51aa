import { graphOf, type NodeRow, type Scene } from "#client/playground/scene.ts";
import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";

const rows = entityKinds.flatMap((kind, i): NodeRow[] => {
  const x = (i % 5) * 150;
  const y = -Math.floor(i / 5) * 120;
  return [
    [kinds[kind].zh, kind, x, y, 0, kinds[kind].en],
    [kinds[kind].zh, kind, x + 60, y, 30, kinds[kind].en],
  ];
});

const scene: Scene = { title: "Fifteen kinds, small and large", graph: graphOf(rows, []) };
export default scene;
