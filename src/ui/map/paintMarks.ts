import { groupLooks } from '../../figure/groupColours'
import { scaleAt } from '../../figure/layout/avoid'
import { type MarkShape, shapeLeader, shapeMark } from '../../figure/markShape'
import { type MarkScene, stackLevel } from '../../figure/marks'
import { FONTS } from '../../figure/names/nameStyle'
import { findPalette } from '../../figure/palette'
import type { PlacedMark, Viewport } from '../../figure/visibleMarks'
import { memoizeText } from '../../model/memoize'

const FAMILIES = [...FONTS.map((family) => `"${family}"`), 'sans-serif'].join(', ')

/** Many marks have the same outline. */
const pathOf = memoizeText((d) => new Path2D(d))

/** Paints marks on a canvas that covers the map, in their stacking order. */
export function paintMarks(
  canvas: HTMLCanvasElement,
  visible: readonly PlacedMark[],
  { conflict, colouring, theme, selected }: Omit<MarkScene, 'marks'>,
  { width, height, zoom }: Viewport,
): void {
  // Painted by the processor: one that emulates a graphics processor is slow at small paths.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return
  const ratio = window.devicePixelRatio
  resize(canvas, Math.round(width * ratio), Math.round(height * ratio))
  context.clearRect(0, 0, canvas.width, canvas.height)
  const looks = groupLooks(conflict, colouring, theme)
  const palette = findPalette(theme)
  const scale = scaleAt(zoom) * ratio
  const stacked = visible.toSorted(
    (a, b) => stackLevel(a.mark.picture) - stackLevel(b.mark.picture),
  )
  for (const { mark, x, y } of visible) {
    if (!mark.isAway) continue
    context.setTransform(ratio, 0, 0, ratio, Math.round(x * ratio), Math.round(y * ratio))
    paint(context, shapeLeader(mark.offset, palette))
  }
  for (const { mark, x, y } of stacked) {
    // Text is sharp on whole device pixels.
    context.setTransform(scale, 0, 0, scale, Math.round(x * ratio), Math.round(y * ratio))
    paint(context, shapeMark(mark.picture, looks, palette, selected.has(mark.id)))
  }
  context.resetTransform()
}

/** A canvas loses its content when it is given a size, even the same one. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

function paint(context: CanvasRenderingContext2D, { paths, text }: MarkShape): void {
  for (const { d, fill, stroke, strokeWidth = 1, opacity = 1 } of paths) {
    const path = pathOf(d)
    context.globalAlpha = opacity
    if (fill) {
      context.fillStyle = fill
      context.fill(path)
    }
    if (stroke) {
      context.strokeStyle = stroke
      context.lineWidth = strokeWidth
      context.stroke(path)
    }
  }
  context.globalAlpha = 1
  if (!text) return
  context.font = `600 ${text.size}px ${FAMILIES}`
  context.textAlign = 'center'
  context.fillStyle = text.fill
  context.fillText(text.value, 0, text.y)
}
