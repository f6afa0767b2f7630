import type { Shape } from '../../figure/markPicture'

/** Groups of a colouring that the shader has colours for. */
export const MAX_GROUPS = 8
/** Shapes are told apart by more than colour: a diamond is a site on the ground, a ring a whole district, a plate a bin. */
export const SHAPE = { ring: 0, diamond: 1, bin: 2 } as const satisfies Record<Shape, number>
/** Height of the coloured foot of a bin, px. */
export const FOOT = 4
/** The ground's colour round a mark, px: marks that meet stay apart. */
const RIM = 1.25
/** Round a selected mark, px: free room, then a line. */
const HALO = { gap: 2.5, line: 2 } as const
/** Beyond the last of these, for a soft edge, px. */
const SOFT = 0.75

/** Of a mark, in texels of four floats. */
export const TEXEL = {
  /** Where it is: x and y from the map's origin, Web Mercator; how far it stands aside, px. */
  place: 0,
  /** SHAPE; radius and half width, px; 1 for a text and 2 for a line round it, added up. */
  mark: 1,
  /** In four: where the shares of the groups end (sharesOf). */
  shares: 2,
  /** Of its text: left and top from the middle, height, and its row on the sheet of digits, device px. */
  line: 6,
  /** In three: where each character ends, from the left of the text, device px. */
  ends: 7,
  /** In three: what is to be added to get from there to the character on the sheet, device px. */
  onSheet: 10,
} as const
export const MAX_CHARACTERS = 12
export const TEXELS = TEXEL.onSheet + MAX_CHARACTERS / 4
/** Marks side by side in the texture: one column might be too high for it. */
export const ACROSS = 64
/** Corners of the two triangles that a part of a mark is drawn on. */
export const CORNERS = 6

/**
 * What is drawn of all marks, one after the other: each only where it can be, since software renderers run the whole of a
 * shader for every pixel.
 */
export const PARTS = ['halo', 'plate', 'shares', 'text'] as const
export type Part = (typeof PARTS)[number]

/** Of a shader for one shape, or for whatever shape a mark has. */
function common(shape: Shape | null): string {
  return `#version 300 es
precision highp float;
precision highp sampler2D;
const float RIM = float(${RIM});
const float HALO_GAP = float(${HALO.gap});
const float HALO_LINE = float(${HALO.line});
const float SOFT = float(${SOFT});
const float FOOT = float(${FOOT});
${shape === null ? '#define SHAPE int(v_mark.x)' : `const int SHAPE = ${SHAPE[shape]};`}
uniform float u_scale;
uniform sampler2D u_marks;
// Of the mark whose texels begin there.
vec4 texel(ivec2 first, int at) {
  return texelFetch(u_marks, ivec2(first.x + at, first.y), 0);
}
bool hasText(vec4 mark) {
  return (int(mark.w) & 1) == 1;
}
bool isSelected(vec4 mark) {
  return int(mark.w) >= 2;
}`
}

/** The box that a part lies in: left, top, right and bottom, device px from the middle of its mark. */
const BOX: Readonly<Record<Part, string>> = {
  halo: `
vec4 findBox(vec4 mark) {
  return isSelected(mark) ? wholeBox(mark, HALO_GAP + HALO_LINE + SOFT) : vec4(0.0);
}`,
  plate: `
vec4 findBox(vec4 mark) {
  return wholeBox(mark, RIM + SOFT);
}`,
  shares: `
vec4 findBox(vec4 mark) {
  vec4 box = wholeBox(mark, SOFT);
  if (SHAPE == ${SHAPE.bin}) box.y = floor((mark.y - FOOT - SOFT) * u_scale);
  return box;
}`,
  text: `
vec4 findBox(vec4 mark) {
  if (!hasText(mark)) return vec4(0.0);
  // Its line is centred, but for half a pixel.
  vec4 line = texel(v_first, ${TEXEL.line});
  return vec4(line.xy, 1.0 - line.x, line.y + line.z);
}`,
}

/**
 * Marks are read from a texture by their number. Where there is no graphics processor, each attribute and each triangle takes
 * longer than many pixels.
 */
export function vertexShader(part: Part, shape: Shape | null): string {
  return `${common(shape)}
uniform mat4 u_matrix;
uniform vec2 u_screen;
uniform float u_ratio;
uniform float u_count;
out vec2 v_from;
flat out ivec2 v_first;
flat out vec4 v_mark;
vec4 wholeBox(vec4 mark, float beyond) {
  vec2 far = ceil((mark.zy + beyond) * u_scale);
  return vec4(-far, far);
}
${BOX[part]}
void main() {
  int number = gl_VertexID / ${CORNERS};
  v_first = ivec2(number % ${ACROSS} * ${TEXELS}, number / ${ACROSS});
  int corner = gl_VertexID % ${CORNERS};
  // Two triangles: 0 1 2 and 2 1 3.
  corner = corner < 3 ? corner : corner == 3 ? 2 : corner == 4 ? 1 : 3;
  v_mark = texel(v_first, ${TEXEL.mark});
  vec4 box = findBox(v_mark);
  vec2 away = mix(box.xy, box.zw, vec2(corner & 1, corner >> 1));
  vec4 place = texel(v_first, ${TEXEL.place});
  vec4 ground = u_matrix * vec4(place.xy, 0.0, 1.0);
  vec2 middle = (ground.xy / ground.w * vec2(0.5, -0.5) + 0.5) * u_screen + place.zw * u_ratio;
  // A whole pixel, so that its text stays sharp.
  vec2 at = floor(middle + 0.5) + away;
  // Each mark nearer than the one before, and its parts between the two.
  float depth = 1.0 - (float(number) + ${PARTS.indexOf(part) + 1}.0 / ${PARTS.length}.0) / u_count;
  gl_Position = vec4(at / u_screen * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 2.0 * depth - 1.0, 1.0);
  v_from = away / u_scale;
}`
}

/** Of all fragment shaders. Lengths are px of a mark at full size; `v_from` is from its middle, y down. */
export function fragmentHead(shape: Shape | null): string {
  return `${common(shape)}
uniform vec3 u_ink;
uniform vec3 u_land;
uniform vec3 u_raised;
in vec2 v_from;
flat in ivec2 v_first;
flat in vec4 v_mark;
out vec4 colour;

void lay(vec3 paint, float cover) {
  colour = vec4(paint * cover, cover) + colour * (1.0 - cover);
}

// How much of a pixel is covered, so deep inside an edge.
float cover(float inside) {
  return clamp(inside * u_scale + 0.5, 0.0, 1.0);
}

// A diamond's edges lie nearer to its middle than its corners, by which it is measured.
float slope() {
  return SHAPE == ${SHAPE.diamond} ? 0.70710678 : 1.0;
}

// How deep inside the outline of the mark, negative outside.
float insideOf(float radius, float halfWidth) {
  vec2 away = abs(v_from);
  if (SHAPE == ${SHAPE.ring}) return radius - length(v_from);
  if (SHAPE == ${SHAPE.diamond}) return (radius - away.x - away.y) * slope();
  return min(halfWidth - away.x, radius - away.y);
}
`
}
