import { type Arc, arcsOf, type MarkImage, markImageOf } from './markImage'
import { type Palette, paletteOf } from './palette'

/** A picture for the map's image store. */
export interface Drawing {
  readonly image: ImageData
  readonly pixelRatio: number
}

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
/** Radius of a town's dot, px. */
const DOT = 2.2
/** Edge of a hatch's tile, px. */
const HATCH = { silent: 7, approximate: 6 } as const

/** Draws the picture of an image id for a screen of that pixel ratio; null for ids that are not ours. */
export function draw(id: string, screen: number): Drawing | null {
  const mark = markImageOf(id)
  if (mark) return drawMark(mark, sharp(screen))
  const [shape, theme, kind, radius] = id.split('|')
  const palette = paletteOf(theme === 'dark' ? 'dark' : 'light')
  if (shape === 'dot') return drawDot(palette, sharp(screen))
  if (shape === 'halo') return drawHalo(kind === 'ring', Number(radius), palette, sharp(screen))
  if (shape !== 'hatch' || (kind !== 'silent' && kind !== 'approximate')) return null
  return drawHatch(kind, palette, screen)
}

/** Marks stand between pixels: drawn twice as fine, they stay round on a coarse screen. */
function sharp(screen: number): number {
  return Math.max(2, Math.ceil(screen))
}

function drawMark(mark: MarkImage, pixelRatio: number): Drawing {
  const palette = paletteOf(mark.theme)
  return onCanvas(centred(mark.radius + RIM), pixelRatio, (context, middle) => {
    context.translate(middle, middle)
    if (mark.shape === 'ring') drawRing(context, mark, palette)
    else drawDiamond(context, mark, palette)
    drawText(context, mark, palette)
  })
}

function drawDot(palette: Palette, pixelRatio: number): Drawing {
  return onCanvas(centred(DOT + 1), pixelRatio, (context, middle) => {
    context.translate(middle, middle)
    fillCircle(context, DOT + 1, palette.land)
    fillCircle(context, DOT, palette.inkThird)
  })
}

function drawHalo(round: boolean, radius: number, palette: Palette, pixelRatio: number): Drawing {
  const edge = radius + HALO.gap + HALO.line
  return onCanvas(centred(edge), pixelRatio, (context, middle) => {
    context.translate(middle, middle)
    const fill = round ? fillCircle : fillDiamond
    fill(context, edge, palette.ink)
    fill(context, edge - HALO.line, palette.raised)
  })
}

/** The edge of a square with whole pixels on both sides of its middle. */
function centred(radius: number): number {
  return 2 * Math.ceil(radius + 0.5)
}

function drawRing(context: CanvasRenderingContext2D, mark: MarkImage, palette: Palette): void {
  const { radius } = mark
  const band = Math.min(5, Math.max(3.5, radius * 0.22))
  fillCircle(context, radius + RIM, palette.land)
  fillCircle(context, radius, palette.raised)
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
function strokeCue(
  context: CanvasRenderingContext2D,
  { group }: Arc,
  band: number,
  palette: Palette,
): void {
  if (group !== 'denied' && group !== 'both-sides') return
  context.strokeStyle = palette.raised
  context.lineWidth = group === 'denied' ? band : CUE
  context.setLineDash(group === 'denied' ? [CUE, 3 * CUE] : [])
  context.stroke()
  context.setLineDash([])
  context.lineWidth = band
}

/** A diamond is a square spot on the ground, a ring a whole district: the shapes are not to be mixed up. */
function drawDiamond(context: CanvasRenderingContext2D, mark: MarkImage, palette: Palette): void {
  const { radius } = mark
  fillDiamond(context, radius + RIM, palette.land)
  fillDiamond(context, radius, palette.raised)
  const arcs = arcsOf(mark)
  context.save()
  diamond(context, radius)
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
  if (mark.text !== '') fillDiamond(context, radius - 4, palette.raised)
  if (mark.text !== '' || !only || only.certain) return
  // A possible report keeps its outline, or pale on pale it would be lost.
  diamond(context, radius - 0.75)
  context.lineWidth = 1.5
  context.strokeStyle = palette.groups[only.group]
  context.stroke()
}

function drawGaps(
  context: CanvasRenderingContext2D,
  arcs: readonly Arc[],
  radius: number,
  palette: Palette,
): void {
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

function drawText(context: CanvasRenderingContext2D, mark: MarkImage, palette: Palette): void {
  if (mark.text === '') return
  if (mark.shape === 'ring') fillCircle(context, mark.radius - 5.5, palette.raised)
  const size =
    mark.shape === 'diamond' ? 11 : mark.text.length > 3 ? 12 : mark.radius < 18 ? 13 : 15
  context.font = `600 ${size}px ${FONT}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillStyle = palette.ink
  // Figures have no descenders: centre them on their own height, not on the line's.
  const { actualBoundingBoxAscent } = context.measureText('0')
  context.fillText(mark.text, 0, actualBoundingBoxAscent / 2)
}

function drawHatch(kind: keyof typeof HATCH, palette: Palette, pixelRatio: number): Drawing {
  const edge = HATCH[kind]
  return onCanvas(edge, pixelRatio, (context) => {
    context.lineWidth = kind === 'silent' ? 0.7 : 0.8
    context.strokeStyle = kind === 'silent' ? palette.rule : palette.ink
    context.globalAlpha = kind === 'silent' ? 0.8 : 0.32
    // One line through the tile and two through its corners, so that tiles join without a seam.
    for (const shift of [-edge, 0, edge]) {
      context.beginPath()
      if (kind === 'silent') {
        context.moveTo(shift - 1, edge + 1)
        context.lineTo(shift + edge + 1, -1)
      } else {
        context.moveTo(shift - 1, -1)
        context.lineTo(shift + edge + 1, edge + 1)
      }
      context.stroke()
    }
  })
}

/** 0 turns is 12 o'clock. */
function angle(turns: number): number {
  return (turns - 0.25) * 2 * Math.PI
}

function fillCircle(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.beginPath()
  context.arc(0, 0, Math.max(0, radius), 0, 2 * Math.PI)
  context.fillStyle = colour
  context.fill()
}

function diamond(context: CanvasRenderingContext2D, radius: number): void {
  context.beginPath()
  context.moveTo(0, -radius)
  context.lineTo(radius, 0)
  context.lineTo(0, radius)
  context.lineTo(-radius, 0)
  context.closePath()
}

function fillDiamond(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  diamond(context, radius)
  context.fillStyle = colour
  context.fill()
}

function onCanvas(
  size: number,
  pixelRatio: number,
  paint: (context: CanvasRenderingContext2D, middle: number) => void,
): Drawing {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.ceil(size * pixelRatio)
  // Read back at once: drawn by the graphics processor, each picture would cost the page tens of milliseconds.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser gave no 2D canvas to draw the map marks on')
  context.scale(pixelRatio, pixelRatio)
  paint(context, size / 2)
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio }
}
