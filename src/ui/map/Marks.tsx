import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { scaleAt } from '../../figure/avoid'
import { type GroupLook, groupLooks } from '../../figure/groupColours'
import type { MarkPicture } from '../../figure/markPicture'
import { type MarkShape, shapeMark } from '../../figure/markShape'
import { type Mark, type MarkScene, stackLevel, type Target } from '../../figure/marks'
import { findPalette, type Palette } from '../../figure/palette'
import { findVisible, type PlacedMark, type Viewport } from '../../figure/visibleMarks'
import type { AreaId } from '../../model/ids'
import type { Position } from '../../model/place'

export interface MarkActions {
  open(mark: Target): void
  hover(area: AreaId | null): void
  /** The focus is on a mark: it has to be visible. */
  reveal(at: Position): void
  /** The mark with the focus is gone. */
  leave(): void
}

interface MarksProps extends MarkActions {
  readonly scene: MarkScene
  readonly viewport: Viewport
}

/**
 * The marks over a map, as buttons in the order of their names that draw themselves. When only the
 * viewport changes, no drawing is made again: the buttons move.
 */
export function Marks({ scene, viewport, open, hover, reveal, leave }: MarksProps) {
  const layer = useRef<HTMLDivElement>(null)
  const { marks, selected, conflict, colouring, theme } = scene
  const looks = useMemo(() => groupLooks(conflict, colouring, theme), [conflict, colouring, theme])
  const actions = useMemo(() => ({ open, hover, reveal }), [open, hover, reveal])
  const focused = findFocused(layer.current)
  const visible = findVisible(marks, viewport, new Set([...selected, ...focused]))
  useLayoutEffect(() => {
    if (layer.current) moveButtons(layer.current, visible, viewport.zoom)
    if (focused.some((id) => visible.every(({ mark }) => mark.id !== id))) leave()
  })
  return (
    <div class="map-marks" ref={layer}>
      {visible.map(({ mark }) => (
        <MarkButton
          key={mark.id}
          mark={mark}
          isSelected={selected.has(mark.id)}
          looks={looks}
          palette={findPalette(theme)}
          actions={actions}
        />
      ))}
    </div>
  )
}

/** The id of the mark with the focus, if there is one. */
function findFocused(layer: HTMLElement | null): string[] {
  const { activeElement } = document
  if (!layer?.contains(activeElement)) return []
  return [activeElement?.getAttribute('data-mark') ?? '']
}

function moveButtons(layer: HTMLElement, visible: readonly PlacedMark[], zoom: number): void {
  layer.style.setProperty('--mark-scale', String(scaleAt(zoom)))
  const ratio = window.devicePixelRatio
  // Text is sharp on whole device pixels.
  const snap = (length: number) => Math.round(length * ratio) / ratio
  visible.forEach(({ x, y }, index) => {
    const button = layer.children[index]
    if (!(button instanceof HTMLElement)) return
    button.style.transform = `translate(${snap(x)}px, ${snap(y)}px) translate(-50%, -50%)`
  })
}

interface MarkButtonProps {
  readonly mark: Mark
  readonly isSelected: boolean
  readonly looks: readonly GroupLook[]
  readonly palette: Palette
  readonly actions: Omit<MarkActions, 'leave'>
}

function MarkButton({ mark, isSelected, looks, palette, actions }: MarkButtonProps) {
  const { id, at, area, label, picture } = mark
  const content = useMemo(() => JSON.stringify(picture), [picture])
  const drawing = useMemo(
    () => drawMark(picture, isSelected, looks, palette),
    [content, isSelected, looks, palette],
  )
  // The same element again, while nothing changes, is not compared.
  return useMemo(() => {
    const name = label()
    return (
      <button
        type="button"
        class={`map-mark ${picture.shape}`}
        data-mark={id}
        aria-label={name}
        title={name}
        style={{
          '--width': `${drawing.width}px`,
          '--height': `${drawing.height}px`,
          zIndex: stackLevel(picture),
        }}
        onClick={() => actions.open(mark)}
        onMouseEnter={() => actions.hover(area)}
        onMouseLeave={() => actions.hover(null)}
        onFocus={({ currentTarget }) => {
          if (!currentTarget.matches(':focus-visible')) return
          actions.reveal(at)
          actions.hover(area)
        }}
        onBlur={() => actions.hover(null)}
      >
        {drawing.svg}
      </button>
    )
  }, [mark, drawing, actions])
}

function drawMark(
  picture: MarkPicture,
  isSelected: boolean,
  looks: readonly GroupLook[],
  palette: Palette,
) {
  const shape = shapeMark(picture, looks, palette, isSelected)
  return { svg: <ShapeDrawing shape={shape} />, width: shape.width, height: shape.height }
}

/** A drawing around the middle of its button. */
export function ShapeDrawing({ shape: { paths, text } }: { readonly shape: MarkShape }) {
  return (
    <svg aria-hidden="true">
      {paths.map(({ d, fill = 'none', stroke, strokeWidth, opacity }) => (
        <path
          d={d}
          fill={fill}
          // Not opacity: the browser would compose each path by itself.
          fill-opacity={opacity}
          stroke={stroke}
          stroke-width={strokeWidth}
          stroke-opacity={opacity}
        />
      ))}
      {text && (
        <text y={text.y} font-size={text.size} fill={text.fill} text-anchor="middle">
          {text.value}
        </text>
      )}
    </svg>
  )
}
