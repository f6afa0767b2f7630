import { type Arc, arcsOf, halfWidth, type MarkPicture } from './markPicture'
import type { Palette } from './palette'

const FONT = '"Inter Variable", system-ui, sans-serif'
/** Pale stands for "possible": reports that only overlap the window. */
const PALE = 0.32
/** Between the arcs of two groups, px: a cue for those who cannot tell the colours apart. */
const GAP = 1.6
/** Width of a notch, and of the line between two, px. */
const CUE = 1.2
/** The ground's colour round a mark, px: marks that meet stay apart. */
const RIM = 1.25
/** Round a selected mark, px: free room, then a line. */
const HALO = { gap: 2.5, line: 2 } as const
/** Height of the coloured foot of a bin, px. */
const FOOT = 4

type Context = CanvasRenderingContext2D

/** Draws a mark with its middle where the context is. */
export function drawMark(context: Context, mark: MarkPicture, palette: Palette): void {
  if (mark.shape === 'ring') drawRing(context, mark, palette)
  else if (mark.shape === 'diamond') drawDiamond(context, mark, palette)
  else drawBin(context, mark, palette)
  drawText(context, mark, palette)
}

/** Draws the line round a selected mark, under it. */
export function drawHalo(context: Context, mark: MarkPicture, palette: Palette): void {
  fillShape(context, mark, HALO.gap + HALO.line, palette.ink)
  fillShape(context, mark, HALO.gap, palette.raised)
}

function drawRing(context: Context, mark: MarkPicture, palette: Palette): void {
  const { radius } = mark
  const band = Math.min(5, Math.max(3.5, radius * 0.22))
  fillShape(context, mark, RIM, palette.land)
  fillShape(context, mark, 0, palette.raised)
  const arcs = arcsOf(mark)
  const middle = radius - band / 2
  context.lineWidth = band
  for (const arc of arcs) {
    context.beginPath()
    context.arc(0, 0, middle, angle(arc.from), angle(arc.to))
    context.strokeStyle = palette.groups[arc.group]
    context.globalAlpha = arc.certain ? 1 : PALE
    context.stroke()
    context.globalAlpha = 1
    strokeCue(context, arc, band, palette)
  }
  drawGaps(context, arcs, radius, palette)
}

/** Agreement without colour: a denied arc is notched, that of both sides is two lines. Strokes the arc's path again. */
function strokeCue(context: Context, { group }: Arc, band: number, palette: Palette): void {
  if (group !== 'denied' && group !== 'both-sides') return
  context.strokeStyle = palette.raised
  context.lineWidth = group === 'denied' ? band : CUE
  context.setLineDash(group === 'denied' ? [CUE, 3 * CUE] : [])
  context.stroke()
  context.setLineDash([])
  context.lineWidth = band
}

/** A settlement's diamond is a spot on the ground, a ring a whole district: the shapes are not to be mixed up. */
function drawDiamond(context: Context, mark: MarkPicture, palette: Palette): void {
  const { radius } = mark
  fillShape(context, mark, RIM, palette.land)
  fillShape(context, mark, 0, palette.raised)
  const arcs = arcsOf(mark)
  context.save()
  outline(context, mark, 0)
  context.clip()
  for (const arc of arcs) {
    context.beginPath()
    context.moveTo(0, 0)
    context.arc(0, 0, radius, angle(arc.from), angle(arc.to))
    context.fillStyle = palette.groups[arc.group]
    context.globalAlpha = arc.certain ? 1 : PALE
    context.fill()
  }
  context.globalAlpha = 1
  drawGaps(context, arcs, radius, palette)
  context.restore()
  const [only] = arcs
  if (mark.text !== '') fillShape(context, mark, -4, palette.raised)
  if (mark.text !== '' || !only || only.certain) return
  // A possible report keeps its outline, or pale on pale it would be lost.
  outline(context, mark, -0.75)
  context.lineWidth = 1.5
  context.strokeStyle = palette.groups[only.group]
  context.stroke()
}

/** A plate with the number of the settlements' reports in a piece of ground, on a foot that is split by group. */
function drawBin(context: Context, mark: MarkPicture, palette: Palette): void {
  const [half, foot] = [halfWidth(mark), mark.radius - FOOT]
  fillShape(context, mark, RIM, palette.land)
  fillShape(context, mark, 0, palette.raised)
  for (const { group, certain, from, to } of arcsOf(mark)) {
    context.fillStyle = palette.groups[group]
    context.globalAlpha = certain ? 1 : PALE
    context.fillRect(half * (2 * from - 1), foot, 2 * half * (to - from), FOOT)
    context.globalAlpha = 1
    context.fillStyle = palette.raised
    if (from > 0 && certain) context.fillRect(half * (2 * from - 1) - GAP / 2, foot, GAP, FOOT)
  }
}

function drawGaps(context: Context, arcs: readonly Arc[], radius: number, palette: Palette): void {
  context.lineWidth = GAP
  context.strokeStyle = palette.raised
  arcs.forEach((arc, index) => {
    const before = arcs[index === 0 ? arcs.length - 1 : index - 1]
    if (!before || before.group === arc.group) return
    context.beginPath()
    context.moveTo(0, 0)
    context.lineTo(Math.cos(angle(arc.from)) * radius, Math.sin(angle(arc.from)) * radius)
    context.stroke()
  })
}

function drawText(context: Context, mark: MarkPicture, palette: Palette): void {
  if (mark.text === '') return
  if (mark.shape === 'ring') fillShape(context, mark, -5.5, palette.raised)
  const size = mark.shape !== 'ring' ? 11 : mark.text.length > 3 ? 12 : mark.radius < 18 ? 13 : 15
  context.font = `600 ${size}px ${FONT}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillStyle = palette.ink
  // Figures have no descenders: centre them on their own height, not on the line's.
  const { actualBoundingBoxAscent } = context.measureText('0')
  const middle = mark.shape === 'bin' ? -FOOT / 2 : 0
  context.fillText(mark.text, 0, middle + actualBoundingBoxAscent / 2)
}

/** 0 turns is 12 o'clock. */
function angle(turns: number): number {
  return (turns - 0.25) * 2 * Math.PI
}

function fillShape(context: Context, mark: MarkPicture, beyond: number, colour: string): void {
  outline(context, mark, beyond)
  context.fillStyle = colour
  context.fill()
}

/** The path of a mark's edge, px beyond it. */
function outline(context: Context, mark: MarkPicture, beyond: number): void {
  const reach = Math.max(0, mark.radius + beyond)
  context.beginPath()
  if (mark.shape === 'ring') {
    context.arc(0, 0, reach, 0, 2 * Math.PI)
  } else if (mark.shape === 'bin') {
    const half = halfWidth(mark) + beyond
    context.rect(-half, -reach, 2 * half, 2 * reach)
  } else {
    context.moveTo(0, -reach)
    context.lineTo(reach, 0)
    context.lineTo(0, reach)
    context.lineTo(-reach, 0)
    context.closePath()
  }
}
