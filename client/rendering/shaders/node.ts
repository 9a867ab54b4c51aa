import { nodePinned, nodeStacked, toneShift } from "../columns.ts";
import { columns, common } from "./shared-glsl.ts";

export const nodeVertex = `${common}${columns}
out vec2 at;
flat out float size;
flat out uvec3 look; // bits, style, mark
flat out vec4 form;  // of the outline's box: half width and height, rounding; whether it stands on a corner
flat out vec2 glyph; // half of its side; level of detail in the atlas
void main() {
  uint entry = listEntry(gl_VertexID / 6);
  uvec4 node = texel(nodes, int(entry & 0xFFFFFFu));
  bool worn = (node.w & ${nodePinned | nodeStacked}u) != 0u;
  // What wears something is drawn from a list, by the program that can.
  if (!shownNode(node, entry & 0xFFFFFFu) || (worn && !listed)) { gl_Position = nowhere; return; }
  look = listed ? uvec3(node.w, (entry >> 24) & 15u, entry >> 28) : uvec3(node.w, 0u, 0u);
  size = radius(node);
  uint shape = (node.w >> 4) & 7u;
  form = vec4(1.0, 1.0, 1.0, 0.0) * size;
  if (shape == 2u) form = vec4(0.9, 0.9, 0.2, 0.0) * size;
  if (shape == 3u) form = vec4(vec3(0.86, 0.86, 0.2) * size, 1.0);
  if (shape == 4u) form = vec4(0.84, 0.96, 0.16, 0.0) * size;
  glyph.x = size * (shape == 3u ? 0.7 : shape == 4u ? 0.66 : 0.74);
  glyph.y = max(0.0, log2(23.0 / glyph.x) - 0.9);
  float reach = size * 1.2 + (listed ? 12.0 : 2.5) * frame.w;
  at = corners[gl_VertexID % 6] * reach;
  gl_Position = clip(place(node) + at);
}`;

/** Styles of a listed node, as the lists of the emphasis number them. */
export const nodeStyles = { plain: 0, lit: 1, selected: 2, result: 3, path: 4, hovered: 5, selectedHovered: 6 } as const;

/**
 * Rare parts stand in loops of one round or none: a software GPU works through both sides of an `if` for every fragment, and leaves out
 * only the rounds of a loop.
 */
const only = (condition: string): string => `for (int once = 0; once < ((${condition}) ? 1 : 0); once += 1)`;

const shapes = `${common}
uniform sampler2D glyphs;
in vec2 at;
flat in float size;
flat in uvec3 look;
flat in vec4 form;
flat in vec2 glyph;
out vec4 colour;

float box(vec2 p, vec2 half_, float round_) {
  vec2 q = abs(p) - half_ + round_;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - round_;
}
float hexagon(vec2 p, float inner) {
  const vec3 k = vec3(-0.866025404, 0.5, 0.577350269);
  p = abs(p.yx);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * inner, k.z * inner), inner);
  return length(p) * sign(p.y);
}
// A circle is a box that is all rounding; a sheet is one with a corner folded.
float outline(uint shape, vec2 p, float r) {
  vec2 turned = mix(p, 0.70710678 * vec2(p.x - p.y, p.x + p.y), form.w);
  float d = box(turned, form.xy, form.z);
  float fold = dot(p - vec2(0.84, 0.96) * r, vec2(0.70710678)) + 0.36 * r;
  if (shape == 4u) d = max(d, fold);
  ${only("shape == 1u")} d = hexagon(p, 0.86 * r) - 0.11 * r;
  return d;
}
void lay(vec3 paint, float alpha) { colour = vec4(paint * alpha, alpha) + colour * (1.0 - alpha); }
float inside(float distance) { return clamp(0.5 - distance / 1.1, 0.0, 1.0); }
float band(float distance, float from, float to) { return inside(distance - to) * inside(from - distance); }

// The node itself: filled or an outline, with its glyph.
void body(uint shape, float d, vec3 fill, uint tone, vec3 canvas, float px) {
  lay(tone >= restTone ? canvas : fill, inside(d));
  ${only("tone >= restTone")} {
    // What is not known is dashed, what has no colour of its own is not.
    float gaps = tone == unknownTone ? smoothstep(0.0, 0.1, abs(fract(atan(at.y, at.x) / 6.2831853 * 10.0) - 0.5) - 0.14) : 1.0;
    lay(fill, band(d, -1.7 * px, 0.0) * gaps);
  }
  ${only("shape == 4u && tone < restTone")} {
    vec2 corner = at - vec2(0.84, 0.96) * size;
    float crease = dot(corner, vec2(0.70710678)) + 0.36 * size;
    float flap = box(at - vec2(0.84 - 0.26, 0.96 - 0.26) * size, vec2(0.26 * size), 0.05 * size);
    lay(mix(fill, colours[glyphSlot].rgb, 0.42), inside(flap) * inside(crease));
  }
  vec2 uv = at / glyph.x * 0.5 + 0.5;
  if (shape == 4u) uv.y += 0.06;
  ${only("size > 4.5 * px && all(greaterThan(uv, vec2(0.0))) && all(lessThan(uv, vec2(1.0)))")} {
    vec2 cell = vec2((float(look.x & 15u) + 0.14 + 0.72 * uv.x) / 16.0, 0.86 - 0.72 * uv.y);
    float ink = textureLod(glyphs, cell, glyph.y).a;
    lay(tone >= restTone ? fill : colours[glyphSlot].rgb, ink * smoothstep(4.5, 6.5, size / px));
  }
}
vec3 fillOf(uint tone) { return colours[tone == 0u ? int(look.x & 15u) : beforeTonesSlot + int(tone) - 1].rgb; }
uint toneOf() { return (look.x >> ${toneShift}) & 15u; }
`;

/** The mass of nodes: at rest or dimmed, without anything around them. */
export const nodeFragment = `${shapes}
void main() {
  uint shape = (look.x >> 4) & 7u;
  uint tone = toneOf();
  float px = frame.w;
  float d = outline(shape, at, size);
  vec3 canvas = colours[canvasSlot].rgb;
  colour = vec4(0.0);
  lay(canvas, inside(d - 1.3 * px));
  body(shape, d, mix(fillOf(tone), canvas, fade.x * (1.0 - fade.y)), tone, canvas, px);
  if (colour.a < 0.004) discard;
}`;

/** Nodes from a list: with glow, ring and mark, and with what they wear. */
export const listedNodeFragment = `${shapes}
// Marks: 1 added, 2 changed, 3 removed, 4 conflict.
void ring(float distance, uint mark, vec2 from, float px) {
  float alpha = band(distance, 1.9 * px, 3.9 * px);
  // A node that goes has a dashed ring, a contested one a broken one.
  float dashes = mark == 3u ? 8.0 : 3.0;
  if (mark >= 3u) alpha *= smoothstep(0.0, 0.12, fract(atan(from.y, from.x) / 6.2831853 * dashes) - (mark == 3u ? 0.38 : 0.2));
  lay(colours[addedSlot + int(mark) - 1].rgb, alpha);
}
// Two more of the same behind, to the upper left: the node stands for several.
void stack(uint shape, vec3 fill, vec3 canvas, float offset, float px) {
  for (float step = 2.0; step >= 1.0; step -= 1.0) {
    float d = outline(shape, at - vec2(-offset, offset) * step, size);
    lay(canvas, inside(d - 1.3 * px));
    lay(mix(fill, canvas, 0.25 + 0.25 * step), inside(d));
  }
}
// A pin at the lower left: head and needle on a disc.
void pin(vec3 ink, vec3 canvas, float px) {
  vec2 p = at + vec2(0.72 * size + 1.5 * px);
  lay(ink, inside(length(p) - 6.0 * px));
  lay(canvas, inside(length(p) - 5.0 * px));
  lay(ink, inside(length(p - vec2(0.0, 1.4 * px)) - 2.1 * px));
  lay(ink, inside(box(p + vec2(0.0, 1.6 * px), vec2(0.55, 2.2) * px, 0.3 * px)));
}

void main() {
  uint shape = (look.x >> 4) & 7u;
  uint tone = toneOf();
  float px = frame.w;
  float d = outline(shape, at, size);
  vec3 canvas = colours[canvasSlot].rgb;
  float dim = look.y == 0u ? fade.x : 0.0;
  vec3 fill = mix(fillOf(tone), canvas, look.z == 3u ? 0.66 : dim * (1.0 - fade.y));
  colour = vec4(0.0);
  bool glows = look.y == 2u || look.y == 4u || look.y == 6u;
  if (glows || look.y == 3u) {
    float reach = glows ? 9.0 : 6.5;
    float glow = 1.0 - smoothstep(4.0 * px, reach * px, d);
    lay(colours[highlightSlot].rgb, glow * (glows ? 0.95 : 0.7));
  }
  // Beyond a ring, if there is one.
  bool ringed = look.y > 1u || look.z > 0u;
  if ((look.x & ${nodeStacked}u) != 0u) stack(shape, fill, canvas, (ringed ? 4.2 : 3.0) * px, px);
  lay(canvas, inside(d - (ringed ? 2.0 : 1.3) * px));
  if (look.z > 0u) ring(d, look.z, at, px);
  else if (look.y == 5u || look.y == 6u) lay(colours[accentSlot].rgb, band(d, 1.9 * px, 4.0 * px));
  else if (glows) lay(colours[inkSlot].rgb, band(d, 1.9 * px, 4.0 * px));
  else if (look.y == 3u) lay(colours[highlightLineSlot].rgb, band(d, 1.6 * px, 3.5 * px));
  body(shape, d, fill, tone, canvas, px);
  if ((look.x & ${nodePinned}u) != 0u && size > 4.0 * px) pin(mix(colours[inkSlot].rgb, canvas, 0.6 * dim), canvas, px);
  if (colour.a < 0.004) discard;
}`;
