import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { nodeHidden, rowTexels } from "../columns.ts";
import { paletteSlots } from "../theme.ts";
import { toneCode, tones } from "../tones.ts";

export const paletteSize = entityKinds.length + paletteSlots.length + tones.length;

/** Where a tone's colour lies is its code, behind the slot before the first. */
const slotNames = [...paletteSlots, "beforeTones"].map((slot, index) => `const int ${slot}Slot = ${entityKinds.length + index};`);
const toneNames = [`const uint restTone = ${toneCode("rest")}u;`, `const uint unknownTone = ${toneCode("unknown")}u;`];

/** What every program shares: the view as a uniform block, and the columns as textures read by index. */
export const common = `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
layout(std140) uniform View {
  vec4 frame;    // centre x, y in layout units; device pixels per unit; device pixels per CSS pixel
  vec4 surface;  // width, height in device pixels; device pixels per unit of radius; alpha of edges at rest
  vec4 fade;     // how far dimming has come; what remains of a fill, of an edge; least confidence
  uvec4 hidden;  // kinds; types 0-31; types 32-63; statuses
  vec4 manner;   // whether lines are as thick as their statements are sure
  vec4 colours[${paletteSize}];
};
${[...slotNames, ...toneNames].join("\n")}
`;

export const columns = `
uniform usampler2D nodes;
uniform usampler2D edges;
uniform usampler2D list;
uniform bool listed;
uniform usampler2D maskedNodes;
uniform usampler2D maskedEdges;
uniform bool masked;

uvec4 texel(usampler2D columns, int index) {
  return texelFetch(columns, ivec2(index % ${rowTexels}, index / ${rowTexels}), 0);
}
// An entry of the list: index in the low 24 bits, style above.
uint listEntry(int index) {
  return listed ? texel(list, index / 4)[index % 4] : uint(index);
}
vec2 place(uvec4 node) {
  return (uintBitsToFloat(node.xy) - frame.xy) * frame.z;
}
float radius(uvec4 node) {
  return uintBitsToFloat(node.z) * surface.z;
}
bool isMasked(usampler2D bits, uint index) {
  if (!masked) return false;
  uint word = texel(bits, int(index >> 7))[(index >> 5) & 3u];
  return ((word >> (index & 31u)) & 1u) == 1u;
}
bool shownNode(uvec4 node, uint index) {
  return ((hidden.x >> (node.w & 15u)) & 1u) == 0u && (node.w & ${nodeHidden}u) == 0u && !isMasked(maskedNodes, index);
}
vec4 clip(vec2 pixel) {
  return vec4(pixel * 2.0 / surface.xy, 0.0, 1.0);
}
const vec4 nowhere = vec4(2.0, 2.0, 2.0, 1.0);
const vec2 corners[6] = vec2[6](vec2(-1, -1), vec2(1, -1), vec2(-1, 1), vec2(-1, 1), vec2(1, -1), vec2(1, 1));
`;
