/** Groups of a colouring that the shader has colours for. */
export const MOST_GROUPS = 8
/** Shapes are told apart by more than colour: a diamond is a spot on the ground, a ring a whole district, a plate a bin. */
export const SHAPE = { ring: 0, diamond: 1, bin: 2 } as const
/** How a group is told without its colour, for `u_cues`. */
export const CUE = { none: 0, notched: 1, double: 2 } as const
/** Height of the coloured foot of a bin, px. */
export const FOOT = 4
/** The ground's colour round a mark, px: marks that meet stay apart. */
export const RIM = 1.25
/** Round a selected mark, px: free room, then a line. */
export const HALO = { gap: 2.5, line: 2 } as const

/** Of a mark, in texels of four floats. */
export const TEXEL = {
  /** x and y of its middle, half its sides, device px. */
  box: 0,
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
export const MOST_CHARACTERS = 12
export const TEXELS = TEXEL.onSheet + MOST_CHARACTERS / 4
/** Marks side by side in the texture: one column might be too high for it. */
export const ACROSS = 64
/** Corners of the two triangles of a mark. */
export const CORNERS = 6

const FETCH = `
uniform sampler2D u_marks;
vec4 texel(int mark, int at) {
  return texelFetch(u_marks, ivec2(mark % ${ACROSS} * ${TEXELS} + at, mark / ${ACROSS}), 0);
}`

/**
 * Marks are read from a texture by their number. Where there is no graphics processor, each attribute and each triangle takes
 * longer than many pixels.
 */
export const VERTEX = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform vec2 u_screen;
uniform float u_scale;
${FETCH}
out vec2 v_from;
flat out int v_number;
flat out vec4 v_mark;
void main() {
  v_number = gl_VertexID / ${CORNERS};
  int corner = gl_VertexID % ${CORNERS};
  // Two triangles: 0 1 2 and 2 1 3.
  corner = corner < 3 ? corner : corner == 3 ? 2 : corner == 4 ? 1 : 3;
  vec4 box = texel(v_number, ${TEXEL.box});
  vec2 away = (2.0 * vec2(corner & 1, corner >> 1) - 1.0) * box.zw;
  gl_Position = vec4(2.0 * (box.xy + away) / u_screen - 1.0, 0.0, 1.0);
  gl_Position.y = -gl_Position.y;
  v_from = away / u_scale;
  v_mark = texel(v_number, ${TEXEL.mark});
}`

/** Lengths are px of a mark at full size; `v_from` is from its middle, y down. */
export const FRAGMENT = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform float u_scale;
uniform vec3 u_ink;
uniform vec3 u_land;
uniform vec3 u_raised;
uniform vec3 u_colours[${MOST_GROUPS}];
uniform int u_cues[${MOST_GROUPS}];
uniform sampler2D u_digits;
${FETCH}
in vec2 v_from;
flat in int v_number;
flat in vec4 v_mark;
out vec4 colour;

const float TURN = 6.283185307;
// Pale stands for "possible": reports that only overlap the window.
const float PALE = 0.32;
// Between two groups: a cue for those who cannot tell the colours apart.
const float GAP = 1.6;
// Of a notch, and of the line between two.
const float NOTCH = 1.2;
const float RIM = float(${RIM});
const float HALO_GAP = float(${HALO.gap});
const float HALO_LINE = float(${HALO.line});
const float FOOT = float(${FOOT});
// More than half the height of any text.
const float TEXT = 8.0;

void lay(vec3 paint, float cover) {
  colour = vec4(paint * cover, cover) + colour * (1.0 - cover);
}

// How much of a pixel is covered, so deep inside an edge.
float cover(float inside) {
  return clamp(inside * u_scale + 0.5, 0.0, 1.0);
}

// How much of a character is at a place on the text's line, device px.
float textAt(vec2 at, float sheetTop) {
  float before = 0.0;
  for (int next = 0; next < ${MOST_CHARACTERS / 4}; next++) {
    before += dot(vec4(lessThanEqual(texel(v_number, ${TEXEL.ends} + next), vec4(at.x))), vec4(1.0));
  }
  int character = min(int(before), ${MOST_CHARACTERS - 1});
  float onSheet = at.x + texel(v_number, ${TEXEL.onSheet} + (character >> 2))[character & 3];
  return onSheet < 0.0 ? 0.0 : texelFetch(u_digits, ivec2(onSheet, at.y + sheetTop), 0).a;
}

void drawText(int shape) {
  float middle = shape == ${SHAPE.bin} ? FOOT / -2.0 : 0.0;
  if (abs(v_from.y - middle) > TEXT) return;
  vec4 line = texel(v_number, ${TEXEL.line});
  vec2 at = v_from * u_scale - line.xy;
  if (at.x >= 0.0 && at.y >= 0.0 && at.y < line.z) lay(u_ink, textAt(at, line.w));
}

// How deep inside its own outline, negative outside.
float insideMark(int shape, float radius, float halfWidth) {
  vec2 away = abs(v_from);
  if (shape == ${SHAPE.ring}) return radius - length(v_from);
  if (shape == ${SHAPE.diamond}) return (radius - away.x - away.y) * 0.70710678;
  return min(halfWidth - away.x, radius - away.y);
}

void drawMark(int shape, float radius, float halfWidth, bool hasText, bool isSelected) {
  float inside = insideMark(shape, radius, halfWidth);
  // A diamond's edges lie nearer to its middle than its corners, by which it is measured.
  float slope = shape == ${SHAPE.diamond} ? 0.70710678 : 1.0;

  float away = length(v_from);
  float band = clamp(radius * 0.22, 3.5, 5.0);
  float depth = shape == ${SHAPE.ring}
    ? inside - band
    : shape == ${SHAPE.bin} ? radius - FOOT - v_from.y : hasText ? inside - 4.0 * slope : -1.0;
  // Most of a mark is the plate under its number.
  if (depth > 1.0 && inside > 1.0) {
    colour = vec4(u_raised, 1.0);
    return;
  }
  colour = vec4(0.0);
  if (isSelected) {
    lay(u_ink, cover(inside + (HALO_GAP + HALO_LINE) * slope));
    lay(u_raised, cover(inside + HALO_GAP * slope));
  }
  lay(u_land, cover(inside + RIM * slope));
  float whole = cover(inside);
  lay(u_raised, whole);
  float coloured = shape == ${SHAPE.diamond} ? whole : whole * cover(-depth);
  if (coloured == 0.0) return;

  float share = shape == ${SHAPE.bin}
    ? clamp((v_from.x + halfWidth) / (2.0 * halfWidth), 0.0, 0.99999)
    : fract(atan(v_from.x, -v_from.y) / TURN);
  // Of a whole, in px where it is looked at.
  float along = shape == ${SHAPE.bin} ? 2.0 * halfWidth : TURN * away;
  float passed = 0.0;
  float start = 0.0;
  float toBorder = 1.0;
  float groups = 0.0;
  float last = 0.0;
  for (int at = 0; at < ${MOST_GROUPS / 2}; at++) {
    vec4 ends = texel(v_number, ${TEXEL.shares} + at);
    vec4 isPassed = vec4(lessThanEqual(ends, vec4(share)));
    vec4 starts = ends * isPassed;
    passed += dot(isPassed, vec4(1.0));
    start = max(start, max(max(starts.x, starts.y), max(starts.z, starts.w)));
    // A group's border is where its possible reports end. The ends of a bin's foot are none; a circle has one at 12 o'clock.
    vec2 borders = ends.yw;
    vec2 to = abs(share - borders);
    vec2 isEnd = vec2(lessThanEqual(borders, vec2(0.0))) + vec2(greaterThanEqual(borders, vec2(1.0)));
    to = shape == ${SHAPE.bin} ? to + isEnd : min(to, 1.0 - to);
    toBorder = min(toBorder, min(to.x, to.y));
    groups += step(last + 0.000001, borders.x) + step(borders.x + 0.000001, borders.y);
    last = borders.y;
  }
  int slot = min(int(passed), ${2 * MOST_GROUPS - 1});
  int group = slot >> 1;
  bool isPossible = (slot & 1) == 1;
  vec3 paint = u_colours[group];
  lay(paint, coloured * (isPossible ? PALE : 1.0));

  if (shape == ${SHAPE.ring}) {
    // Agreement without colour: a denied arc is notched, that of both sides is two lines.
    float middle = radius - band / 2.0;
    float onArc = mod((share - start) * TURN * middle, 4.0 * NOTCH);
    if (u_cues[group] == ${CUE.notched}) lay(u_raised, coloured * cover(NOTCH / 2.0 - abs(onArc - NOTCH / 2.0)));
    if (u_cues[group] == ${CUE.double}) lay(u_raised, cover(NOTCH / 2.0 - abs(away - middle)));
  }
  if (groups > 1.0) lay(u_raised, coloured * cover(GAP / 2.0 - toBorder * along));
  if (shape == ${SHAPE.diamond}) {
    if (hasText) lay(u_raised, cover(depth));
    // A possible report keeps its outline, or pale on pale it would be lost.
    else if (isPossible && groups == 1.0) lay(paint, whole * cover(1.5 * slope - inside));
  }
}

void main() {
  int flags = int(v_mark.w);
  int shape = int(v_mark.x);
  drawMark(shape, v_mark.y, v_mark.z, (flags & 1) == 1, flags >= 2);
  if ((flags & 1) == 1) drawText(shape);
}`
