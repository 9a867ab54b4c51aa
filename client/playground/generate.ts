import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { randomFrom } from "../layouts/random.ts";
import type { DrawnGraph } from "../rendering/graph-canvas.ts";

const weights: [EntityKind, number][] = [
  ["Company", 30],
  ["Project", 17],
  ["Product", 14],
  ["Policy", 9],
  ["Recognition", 7],
  ["Region", 6],
  ["Park", 6],
  ["Institution", 5],
  ["Platform", 4],
  ["Industry", 4],
  ["IndustrialChain", 3],
  ["Event", 3],
  ["IndustryCluster", 2],
  ["Fund", 2],
  ["Person", 2],
];
const first = ["东", "南", "西", "北", "明", "华", "恒", "瑞", "安", "盛", "新", "云", "江", "山", "金", "远"];
const second = ["川", "源", "达", "成", "泰", "信", "和", "岭", "光", "科", "立", "海", "升", "宇", "丰", "庆"];
const latin = ["Dong", "Nan", "Xi", "Bei", "Ming", "Hua", "Heng", "Rui", "An", "Sheng", "Xin", "Yun", "Jiang", "Shan", "Jin", "Yuan"];
const latinSecond = ["chuan", "yuan", "da", "cheng", "tai", "xin", "he", "ling", "guang", "ke", "li", "hai", "sheng", "yu", "feng", "qing"];
const suffix: Record<EntityKind, readonly [string, string]> = {
  Company: ["锂业", "Lithium"],
  Institution: ["研究院", "Institute"],
  Person: ["先生", "Mr"],
  IndustrialChain: ["产业链", "chain"],
  IndustryCluster: ["产业集群", "cluster"],
  Industry: ["产业", "industry"],
  Region: ["市", "City"],
  Park: ["高新区", "High-tech Zone"],
  Project: ["万吨级正极材料项目", "cathode project"],
  Product: ["碳酸锂", "carbonate"],
  Platform: ["实验室", "laboratory"],
  Fund: ["引导基金", "guidance fund"],
  Policy: ["行动计划", "action plan"],
  Event: ["大会", "conference"],
  Recognition: ["500强", "Top 500"],
};

export interface GenerateOptions {
  nodes: number;
  edges: number;
  seed: number;
}

/** An invented graph with groups, a few hubs and loose ends, its names made of syllables. Positions are scattered by group, without a layout. */
export function generate({ nodes, edges, seed }: GenerateOptions): DrawnGraph {
  const random = randomFrom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const groups = Math.max(2, Math.round(Math.sqrt(nodes) / 2));
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const kinds: EntityKind[] = [];
  const group = new Uint32Array(nodes);
  for (let i = 0; i < nodes; i += 1) {
    const ticket = random() * total;
    let sold = 0;
    const drawn = weights.find(([, weight]) => {
      sold += weight;
      return ticket < sold;
    });
    kinds.push(drawn?.[0] ?? "Company");
    group[i] = Math.floor(groups * random() ** 1.5);
  }
  const members = Array.from({ length: groups }, () => [] as number[]);
  group.forEach((g, i) => {
    members[g]?.push(i);
  });
  const source = new Uint32Array(edges);
  const target = new Uint32Array(edges);
  const degree = new Uint32Array(nodes);
  for (let e = 0; e < edges; e += 1) {
    const s = e < nodes - 1 && e < edges * 0.7 ? e + 1 : pick(nodes);
    const home = members[group[s] as number] as number[];
    // The front of a group is drawn more often: some become hubs. One link in twelve leaves the group.
    let t = random() < 0.083 ? Math.floor(nodes * random() ** 3) : (home[Math.floor(home.length * random() ** 2.2)] as number);
    if (t === s) t = (s + 1) % nodes;
    source[e] = s;
    target[e] = t;
    degree[s] = (degree[s] as number) + 1;
    degree[t] = (degree[t] as number) + 1;
  }
  const type = Uint8Array.from(source, (s, e) => {
    const fits = relationTypes.filter(
      (one) => relations[one].from.includes(kinds[s] as EntityKind) && relations[one].to.includes(kinds[target[e] as number] as EntityKind),
    );
    return relationTypes.indexOf(fits[pick(fits.length)] ?? (relationTypes[pick(relationTypes.length)] as (typeof relationTypes)[number]));
  });
  const status = Uint8Array.from(source, () => (random() < 0.68 ? 0 : random() < 0.9 ? 1 : 2));
  const side = Math.sqrt(nodes) * 52;
  const middles = members.map(() => [(random() - 0.5) * side, (random() - 0.5) * side] as const);
  const names = kinds.map((kind) => {
    const [a, b] = [pick(16), pick(16)];
    return { zh: `${first[a]}${second[b]}${suffix[kind][0]}`, en: `${latin[a]}${latinSecond[b]} ${suffix[kind][1]}` };
  });
  return {
    nodes: {
      id: kinds.map((_, i) => `n-${i}`),
      kind: Uint8Array.from(kinds, (kind) => entityKinds.indexOf(kind)),
      name: names.map(({ zh }) => zh),
      nameEn: names.map(({ en }) => en),
      degree: degree.map((links) => links + (random() < 0.12 ? pick(30) : 0)),
    },
    edges: {
      id: Array.from(source, (_, e) => `e-${e}`),
      type,
      source,
      target,
      status,
      confidence: Float32Array.from(status, (s) => (s === 1 ? ([0.95, 0.85, 0.7, 0.5][pick(4)] as number) : 1)),
    },
    positions: Float32Array.from(
      [...group].flatMap((g) => {
        const [x, y] = middles[g] as readonly [number, number];
        const spread = (side / Math.sqrt(groups)) * 0.8;
        return [x + (random() + random() - 1) * spread, y + (random() + random() - 1) * spread];
      }),
    ),
  };
}
