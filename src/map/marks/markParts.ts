import type { Shape } from '../../figure/markPicture'
import { fragmentHead, MAX_CHARACTERS, MAX_GROUPS, type Part, SHAPE, TEXEL } from './markShader'

/** How a group is told without its colour, for `u_cues`. */
export const CUE = { none: 0, notched: 1, double: 2 } as const

/** The line round a selected mark, apart from it. */
const HALO = `
void main() {
  float gap = insideOf(v_mark.y, v_mark.z) + HALO_GAP * slope();
  colour = vec4(mix(u_ink, u_raised, cover(gap)), 1.0) * cover(gap + HALO_LINE * slope());
  // Else it would hide other marks there.
  if (colour.a == 0.0) discard;
}`

/** What a mark stands on: its shape, with the ground's colour round it. */
const PLATE = `
void main() {
  float inside = insideOf(v_mark.y, v_mark.z);
  colour = vec4(mix(u_land, u_raised, cover(inside)), 1.0) * cover(inside + RIM * slope());
  // Else it would hide the texts of other marks there.
  if (colour.a == 0.0) discard;
}`

/** The shares of the groups: round a ring, on the foot of a bin, all over a diamond. */
const SHARES = `
uniform vec3 u_colours[${MAX_GROUPS}];
uniform int u_cues[${MAX_GROUPS}];
uniform int u_groups;

const float TURN = 6.283185307;
// Pale stands for "possible": reports that only overlap the window.
const float PALE = 0.32;
// Between two groups: a cue for those who cannot tell the colours apart.
const float GAP = 1.6;
// Of a notch, and of the line between two.
const float NOTCH = 1.2;

void main() {
  float radius = v_mark.y;
  float halfWidth = v_mark.z;
  float inside = insideOf(radius, halfWidth);
  float away = length(v_from);
  float band = clamp(radius * 0.22, 3.5, 5.0);
  float whole = cover(inside);
  float coloured = whole;
  if (SHAPE == ${SHAPE.ring}) coloured *= cover(band - inside);
  if (SHAPE == ${SHAPE.bin}) coloured *= cover(v_from.y - radius + FOOT);

  float share = SHAPE == ${SHAPE.bin}
    ? clamp((v_from.x + halfWidth) / (2.0 * halfWidth), 0.0, 0.99999)
    : fract(atan(v_from.x, -v_from.y) / TURN);
  // Of a whole, in px where it is looked at.
  float along = SHAPE == ${SHAPE.bin} ? 2.0 * halfWidth : TURN * away;
  // Shares that end before, and where the group's own begin and end.
  float before = 0.0;
  float begin = 0.0;
  float end = 1.0;
  for (int at = 0; 2 * at < u_groups; at++) {
    vec4 ends = texel(v_first, ${TEXEL.shares} + at);
    vec4 isBefore = vec4(lessThanEqual(ends, vec4(share)));
    before += dot(isBefore, vec4(1.0));
    // A group ends where its possible reports do.
    vec2 begins = ends.yw * isBefore.yw;
    vec2 stops = max(ends.yw, isBefore.yw);
    begin = max(begin, max(begins.x, begins.y));
    end = min(end, min(stops.x, stops.y));
  }
  int slot = min(int(before), ${2 * MAX_GROUPS - 1});
  int group = slot >> 1;
  bool isPossible = (slot & 1) == 1;
  vec3 paint = u_colours[group];
  colour = vec4(0.0);
  lay(paint, coloured * (isPossible ? PALE : 1.0));

  if (SHAPE == ${SHAPE.ring}) {
    // Agreement without colour: a denied arc is notched, that of both sides is two lines.
    float middle = radius - band / 2.0;
    float onArc = mod((share - begin) * TURN * middle, 4.0 * NOTCH);
    if (u_cues[group] == ${CUE.notched}) lay(u_raised, coloured * cover(NOTCH / 2.0 - abs(onArc - NOTCH / 2.0)));
    if (u_cues[group] == ${CUE.double}) lay(u_raised, coloured * cover(NOTCH / 2.0 - abs(away - middle)));
  }
  bool isOnly = end - begin >= 1.0;
  // The ends of a bin's foot are no borders; a circle has one at 12 o'clock.
  float toBegin = SHAPE == ${SHAPE.bin} && begin <= 0.0 ? 1.0 : share - begin;
  float toEnd = SHAPE == ${SHAPE.bin} && end >= 1.0 ? 1.0 : end - share;
  if (!isOnly) lay(u_raised, coloured * cover(GAP / 2.0 - min(toBegin, toEnd) * along));
  if (SHAPE == ${SHAPE.diamond}) {
    if (hasText(v_mark)) lay(u_raised, cover(inside - 4.0 * slope()));
    // A possible report keeps its outline, or pale on pale it would be lost.
    else if (isPossible && isOnly) lay(paint, whole * cover(1.5 * slope() - inside));
  }
}`

/** The number in the middle. */
const TEXT = `
uniform sampler2D u_digits;

void main() {
  vec4 line = texel(v_first, ${TEXEL.line});
  vec2 at = v_from * u_scale - line.xy;
  float before = 0.0;
  for (int next = 0; next < ${MAX_CHARACTERS / 4}; next++) {
    before += dot(vec4(lessThanEqual(texel(v_first, ${TEXEL.ends} + next), vec4(at.x))), vec4(1.0));
  }
  int character = min(int(before), ${MAX_CHARACTERS - 1});
  float onSheet = at.x + texel(v_first, ${TEXEL.onSheet} + (character >> 2))[character & 3];
  colour = vec4(0.0);
  if (onSheet >= 0.0) lay(u_ink, texelFetch(u_digits, ivec2(onSheet, at.y + line.w), 0).a);
}`

const MAINS: Readonly<Record<Part, string>> = {
  halo: HALO,
  plate: PLATE,
  shares: SHARES,
  text: TEXT,
}

/** What colours the pixels of a part. */
export function fragmentShader(part: Part, shape: Shape | null): string {
  return fragmentHead(shape) + MAINS[part]
}
