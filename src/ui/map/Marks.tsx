import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { scaleAt } from '../../figure/layout/avoid'
import { halfWidth } from '../../figure/markPicture'
import { type Mark, type MarkScene, stackLevel, type Target } from '../../figure/marks'
import { findVisible, type PlacedMark, type Viewport } from '../../figure/visibleMarks'
import { tools } from '../../messages/compiled/tools'
import type { AreaId } from '../../model/ids'
import { moveFocus, useTabStop } from './mapKeys'
import { paintMarks } from './paintMarks'

/** The buttons of bins wait until no other marks have come for this long. */
const REST_MS = 250

export interface MarkActions {
  open(mark: Target): void
  hover(area: AreaId | null): void
  /** The mark with the focus is gone. */
  leave(): void
}

interface MarksProps extends MarkActions {
  readonly scene: MarkScene
  readonly viewport: Viewport
}

/**
 * The marks over a map: painted on a canvas, under buttons in the order of their names that take
 * the focus and clicks: one Tab stop, arrows inside. Many buttons take longer than all else when the
 * window moves.
 */
export function Marks({ scene, viewport, open, hover, leave }: MarksProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const settled = useSettled(scene)
  const focused = findFocused(layer.current)
  const placed = useMemo(
    () => findVisible(settled.marks, viewport, withFocused(settled.selected, focused)),
    [settled, viewport, focused],
  )
  const stops = placed.map(({ mark: { id }, x, y }) => ({ id, x, y }))
  const [stop, setLast] = useTabStop(stops, viewport)
  const actions = useMemo(() => ({ open, hover, focus: setLast }), [open, hover, setLast])
  const buttons = useMemo(
    () =>
      placed.map(({ mark }) => (
        <MarkButton key={mark.id} mark={mark} isStop={mark.id === stop} actions={actions} />
      )),
    [placed, stop, actions],
  )
  useLayoutEffect(() => {
    const always = withFocused(scene.selected, focused)
    const visible = scene === settled ? placed : findVisible(scene.marks, viewport, always)
    if (canvas.current) paintMarks(canvas.current, visible, scene, viewport)
  }, [scene.marks, [...scene.selected].join(), viewport])
  useLayoutEffect(() => {
    if (layer.current) moveButtons(layer.current, placed, viewport.zoom)
    if (focused !== null && placed.every(({ mark }) => mark.id !== focused)) leave()
  }, [placed])
  return (
    <>
      <canvas
        ref={canvas}
        class="map-mark-pictures"
        style={{ width: `${viewport.width}px`, height: `${viewport.height}px` }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a box of its own */}
      <div
        class="map-marks"
        ref={layer}
        role="group"
        aria-label={tools.marks()}
        aria-describedby="mark-keys"
        onKeyDown={moveFocus}
      >
        {buttons}
      </div>
      <p id="mark-keys" class="visually-hidden">
        {tools.markKeys()}
      </p>
    </>
  )
}

/** A scene, or while scenes with bins follow each other quickly, the one before them. */
function useSettled(scene: MarkScene): MarkScene {
  const settled = useRef(scene)
  const [, render] = useState(scene)
  if (!scene.marks.some(({ zoomsIn }) => zoomsIn)) settled.current = scene
  useEffect(() => {
    if (settled.current === scene) return
    const timer = setTimeout(() => {
      settled.current = scene
      render(scene)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [scene])
  return settled.current
}

/** The id of the mark with the focus, if there is one. */
function findFocused(layer: HTMLElement | null): string | null {
  const { activeElement } = document
  return (layer?.contains(activeElement) && activeElement?.getAttribute('data-mark')) || null
}

function withFocused(selected: ReadonlySet<string>, focused: string | null): ReadonlySet<string> {
  return focused === null ? selected : new Set([...selected, focused])
}

function moveButtons(layer: HTMLElement, placed: readonly PlacedMark[], zoom: number): void {
  layer.style.setProperty('--mark-scale', String(scaleAt(zoom)))
  placed.forEach(({ x, y }, index) => {
    const button = layer.children[index]
    if (!(button instanceof HTMLElement)) return
    button.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`
  })
}

interface MarkButtonProps {
  readonly mark: Mark
  readonly isStop: boolean
  readonly actions: Omit<MarkActions, 'leave'> & { focus(id: string): void }
}

function MarkButton({ mark, isStop, actions }: MarkButtonProps) {
  const { id, area, label, picture } = mark
  // The same element again, while nothing changes, is not compared.
  return useMemo(() => {
    const name = label()
    return (
      <button
        type="button"
        class={`map-mark ${picture.shape}`}
        data-mark={id}
        tabIndex={isStop ? 0 : -1}
        aria-label={name}
        title={name}
        style={{
          '--width': `${2 * halfWidth(picture)}px`,
          '--height': `${2 * picture.radius}px`,
          zIndex: stackLevel(picture),
        }}
        onClick={() => actions.open(mark)}
        onMouseEnter={() => actions.hover(area)}
        onMouseLeave={() => actions.hover(null)}
        onFocus={({ currentTarget }) => {
          actions.focus(id)
          if (currentTarget.matches(':focus-visible')) actions.hover(area)
        }}
        onBlur={() => actions.hover(null)}
      />
    )
  }, [mark, isStop, actions])
}
