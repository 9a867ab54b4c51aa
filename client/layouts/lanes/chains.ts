import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import type { LayoutInput } from "../layout.ts";

export const stages = ["upstream", "midstream", "downstream"] as const;
export const noStage = 255;

const chainKind = entityKinds.indexOf("IndustrialChain");
const code = (type: RelationType): number => relationTypes.indexOf(type);
/** What says that an end belongs to the chain at the other end. */
const toChain = new Set((["PART_OF_CHAIN", "LEADS_CHAIN", "MEMBER_OF"] as const).map(code));
const fromChain = new Set([code("COVERS")]);
/** Along these a thing stands where the other end stands: who makes a product with the product, a project with its builder. */
const carried = [code("PRODUCES"), code("BUILDS"), code("USES_INPUT")];

export interface ChainPlaces {
  /** Rows of the chains. */
  chains: number[];
  /** By node: index into `chains`, or -1. */
  lane: Int32Array;
  /** By node: index into `stages`, or `noStage`. */
  stage: Uint8Array;
}

/** On which chain, and where on it, the edges on the canvas place each node; the first that they name, where they name several. */
export function chainPlaces({ count, kind, source, target, type, stage: given }: LayoutInput): ChainPlaces {
  const chains: number[] = [];
  const lane = new Int32Array(count).fill(-1);
  for (let node = 0; node < count; node += 1)
    if (kind[node] === chainKind) {
      lane[node] = chains.length;
      chains.push(node);
    }
  const stage = given === null ? new Uint8Array(count).fill(noStage) : given.slice();
  const join = (node: number, chain: number): void => {
    if (kind[chain] === chainKind && kind[node] !== chainKind && (lane[node] as number) < 0) lane[node] = lane[chain] as number;
  };
  for (let edge = 0; edge < source.length; edge += 1) {
    if (toChain.has(type[edge] as number)) join(source[edge] as number, target[edge] as number);
    else if (fromChain.has(type[edge] as number)) join(target[edge] as number, source[edge] as number);
  }
  for (const carrier of carried)
    for (let edge = 0; edge < source.length; edge += 1) {
      if (type[edge] !== carrier) continue;
      const [from, to] = [source[edge] as number, target[edge] as number];
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        if ((lane[one] as number) < 0 && kind[other] !== chainKind) lane[one] = lane[other] as number;
        if (stage[one] === noStage && lane[one] === lane[other] && kind[one] !== chainKind) stage[one] = stage[other] as number;
      }
    }
  return { chains, lane, stage };
}
