import { edgeEnded, edgeSymmetric, edgeWeak } from "../columns.ts";
import { columns, common } from "./shared-glsl.ts";

/** Which edges survive the filters, and where they leave and reach the rims of their nodes. */
const geometry = `
const float bendStep = 15.0;
bool shownEdge(uvec4 edge, uint index, uvec4 source, uvec4 target) {
  uint type = edge.z & 63u;
  uint mask = type < 32u ? hidden.y : hidden.z;
  return ((mask >> (type & 31u)) & 1u) == 0u && ((hidden.w >> ((edge.z >> 6) & 3u)) & 1u) == 0u
    && uintBitsToFloat(edge.w) >= fade.w && !isMasked(maskedEdges, index) && shownNode(source, edge.x) && shownNode(target, edge.y);
}
// Distance from a node's middle to its outline, in a direction.
float rim(uvec4 node, vec2 way) {
  float r = radius(node);
  vec2 a = abs(way);
  uint shape = (node.w >> 4) & 7u;
  if (shape == 0u) return r;
  if (shape == 1u) return 0.97 * r / max(a.x, dot(a, vec2(0.5, 0.866)));
  if (shape == 2u) return min(0.9 * r / max(a.x, a.y), 1.16 * r);
  if (shape == 3u) return min(1.216 * r / (a.x + a.y), 1.1 * r);
  return min(min(0.84 * r / max(a.x, 0.001), 0.96 * r / max(a.y, 0.001)), 1.1 * r);
}
struct Curve { vec2 from; vec2 over; vec2 to; bool drawn; };
const float ring = 3.5;
// rings: bit 0 the source wears one, bit 1 the target.
Curve curve(uvec4 edge, uint index, uvec4 source, uvec4 target, bool straight, uint rings) {
  Curve c;
  vec2 a = place(source);
  vec2 b = place(target);
  vec2 way = b - a;
  float span = length(way);
  float bend = straight ? 0.0 : (float((edge.z >> 16) & 255u) - 128.0) * 0.5 * bendStep * frame.w;
  bend *= clamp(span / (120.0 * frame.w), 0.35, 1.0);
  c.over = 0.5 * (a + b) + vec2(-way.y, way.x) / max(span, 0.001) * bend * 2.0;
  vec2 leave = normalize(c.over - a + vec2(0.0001, 0.0));
  vec2 reach = normalize(b - c.over + vec2(0.0001, 0.0));
  c.from = a + leave * (rim(source, leave) + (2.0 + ring * float(rings & 1u)) * frame.w);
  c.to = b - reach * (rim(target, reach) + (3.0 + ring * float(rings >> 1)) * frame.w);
  if (straight || bend == 0.0) c.over = 0.5 * (c.from + c.to);
  c.drawn = shownEdge(edge, index, source, target) && span > 1.0 && dot(c.to - c.from, way) > 0.0;
  return c;
}
vec2 along(Curve c, float t) { return mix(mix(c.from, c.over, t), mix(c.over, c.to, t), t); }
vec2 heading(Curve c, float t) { return normalize(mix(c.over - c.from, c.to - c.over, t) + vec2(0.00001, 0.0)); }
`;

/** Colour and width; style 0 is the mass, 1 the neighbourhood, 2 focus or path; mark 0 is none, then as `changeMarks` lists them. */
const paint = `
uint styleOf(uint entry) { return listed ? (entry >> 24) & 3u : 0u; }
uint ringsOf(uint entry) { return listed ? (entry >> 28) & 3u : 0u; }
uint markOf(uint entry) { return listed && ((entry >> 30) & 1u) == 1u ? 1u + ((entry >> 26) & 3u) : 0u; }
vec4 edgePaint(uint bits, uint style, uint mark) {
  if (mark > 0u) return vec4(colours[addedSlot + int(mark) - 1].rgb, 1.0);
  bool weak = (bits & ${edgeWeak}u) != 0u || ((bits >> 6) & 3u) == 2u;
  if (style == 0u) return vec4(colours[weak ? edgeLowSlot : edgeSlot].rgb, surface.w * mix(1.0, fade.z, fade.x));
  if (style == 1u) return vec4(colours[weak ? edgeHotLowSlot : edgeHotSlot].rgb, 1.0);
  return vec4(colours[inkSlot].rgb, 1.0);
}
float edgeWidth(uvec4 edge, uint style, uint mark) {
  if (manner.x > 0.5) return mix(0.7, 2.6, clamp((uintBitsToFloat(edge.w) - 0.4) / 0.6, 0.0, 1.0)) + (style == 0u ? 0.0 : 0.4);
  if (style == 2u || mark > 0u) return 2.0;
  if (style == 1u) return 1.5;
  return ((edge.z >> 6) & 3u) == 2u ? 0.8 : 1.15;
}
`;

export const edgeVertex = `${common}${columns}${geometry}${paint}
uniform int segments;
out vec3 where_; // across, along, length in device pixels
flat out vec4 tint;
flat out vec3 stroke; // half width, dash on, dash period in device pixels
flat out vec4 halo; // colour, half width in device pixels
flat out float broken; // half the height of the two bars across a line that holds no longer, else 0
void main() {
  int vertex = gl_VertexID % (6 * segments);
  uint entry = listEntry(gl_VertexID / (6 * segments));
  uvec4 edge = texel(edges, int(entry & 0xFFFFFFu));
  uint style = styleOf(entry);
  uint mark = markOf(entry);
  uvec4 source = texel(nodes, int(edge.x));
  uvec4 target = texel(nodes, int(edge.y));
  bool bent = ((edge.z >> 16) & 255u) != 128u;
  Curve c = curve(edge, entry & 0xFFFFFFu, source, target, segments == 1 && !bent, ringsOf(entry));
  if (!c.drawn || (bent && segments == 1)) { gl_Position = nowhere; return; }
  vec2 corner = corners[vertex % 6];
  float t = (float(vertex / 6) + 0.5 + 0.5 * corner.x) / float(segments);
  float px = frame.w;
  tint = edgePaint(edge.z, style, mark);
  stroke.x = 0.5 * edgeWidth(edge, style, mark) * px;
  uint status = (edge.z >> 6) & 3u;
  bool weak = (edge.z & ${edgeWeak}u) != 0u;
  stroke.yz = status != 1u ? vec2(0.0) : weak ? vec2(2.0, 6.0) * px : vec2(5.0, 9.0) * px;
  halo = vec4(0.0);
  if (style == 2u) halo = vec4(colours[highlightSlot].rgb, 4.5 * px);
  else if (mark == 4u) halo = vec4(mix(tint.rgb, colours[canvasSlot].rgb, 0.78), 4.5 * px);
  float span = length(c.to - c.from);
  broken = (edge.z & ${edgeEnded}u) != 0u && span > 26.0 * px ? 4.5 * px : 0.0;
  float reach = max(max(stroke.x, halo.w), broken) + 0.75;
  vec2 way = heading(c, t);
  where_ = vec3(corner.y * reach, t * span, span);
  gl_Position = clip(along(c, t) + vec2(-way.y, way.x) * corner.y * reach);
}`;

export const edgeFragment = `${common}
in vec3 where_;
flat in vec4 tint;
flat in vec3 stroke;
flat in vec4 halo;
flat in float broken;
out vec4 colour;
void main() {
  float across = abs(where_.x);
  float alpha = tint.a * clamp(stroke.x + 0.5 - across, 0.0, 1.0) * min(1.0, 2.0 * stroke.x);
  if (stroke.z > 0.0) {
    float phase = mod(where_.y, stroke.z);
    alpha *= clamp(min(phase, stroke.y - phase) + 0.75, 0.0, 1.0);
  }
  if (broken > 0.0) {
    float from = where_.y - 0.5 * where_.z - 0.45 * where_.x;
    float gap = 2.4 * frame.w;
    float bars = clamp(0.7 * frame.w + 0.5 - abs(abs(from) - gap), 0.0, 1.0) * clamp(broken + 0.5 - across, 0.0, 1.0);
    alpha = max(alpha * clamp(abs(from) - gap + 0.5, 0.0, 1.0), tint.a * bars);
  }
  colour = vec4(tint.rgb * alpha, alpha);
  if (halo.w > 0.0) {
    float glow = 0.9 * clamp(halo.w + 0.5 - across, 0.0, 1.0);
    colour += vec4(halo.rgb * glow, glow) * (1.0 - alpha);
  }
  if (colour.a < 0.004) discard;
}`;

export const arrowVertex = `${common}${columns}${geometry}${paint}
out vec2 at;
flat out vec4 tint;
flat out vec2 stroke; // half width, length of a barb
void main() {
  uint entry = listEntry(gl_VertexID / 6);
  uvec4 edge = texel(edges, int(entry & 0xFFFFFFu));
  uint style = styleOf(entry);
  uint mark = markOf(entry);
  if ((edge.z & ${edgeSymmetric}u) != 0u) { gl_Position = nowhere; return; }
  bool bent = ((edge.z >> 16) & 255u) != 128u;
  Curve c = curve(edge, entry & 0xFFFFFFu, texel(nodes, int(edge.x)), texel(nodes, int(edge.y)), !bent, ringsOf(entry));
  float px = frame.w;
  if (!c.drawn || length(c.to - c.from) < 10.0 * px) { gl_Position = nowhere; return; }
  tint = edgePaint(edge.z, style, mark);
  stroke = vec2(0.5 * max(1.15, edgeWidth(edge, style, mark)), style == 2u || mark > 0u ? 7.6 : style == 1u ? 6.4 : 5.6) * px;
  vec2 reach = vec2(0.43, 0.51) * stroke.y + stroke.x + 0.75;
  at = corners[gl_VertexID % 6] * reach - vec2(0.43 * stroke.y, 0.0);
  vec2 way = heading(c, 1.0);
  gl_Position = clip(c.to + way * at.x + vec2(-way.y, way.x) * at.y);
}`;

/** An open head: two barbs from the tip, by their distance. */
export const arrowFragment = `${common}
in vec2 at;
flat in vec4 tint;
flat in vec2 stroke;
out vec4 colour;
void main() {
  vec2 p = vec2(at.x, abs(at.y));
  vec2 barb = vec2(-0.86, 0.51) * stroke.y;
  float d = length(p - barb * clamp(dot(p, barb) / dot(barb, barb), 0.0, 1.0));
  float alpha = tint.a * clamp(stroke.x + 0.5 - d, 0.0, 1.0);
  if (alpha < 0.004) discard;
  colour = vec4(tint.rgb * alpha, alpha);
}`;

/** While the view moves over a large picture: hairlines from middle to middle. */
export const lineVertex = `${common}${columns}${geometry}${paint}
flat out vec4 tint;
void main() {
  uvec4 edge = texel(edges, gl_VertexID / 2);
  uvec4 source = texel(nodes, int(edge.x));
  uvec4 target = texel(nodes, int(edge.y));
  if (!shownEdge(edge, uint(gl_VertexID / 2), source, target)) { gl_Position = nowhere; return; }
  tint = edgePaint(edge.z, 0u, 0u);
  gl_Position = clip(place(gl_VertexID % 2 == 0 ? source : target));
}`;

export const lineFragment = `${common}
flat in vec4 tint;
out vec4 colour;
void main() { colour = vec4(tint.rgb * tint.a, tint.a); }`;
