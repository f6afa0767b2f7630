import { effect } from '@preact/signals'
import { render } from 'preact'
import { hoverArea } from '../../app/actions'
import type { MarkScene } from '../../figure/marks'
import type { PlacedNames } from '../../figure/names/labels'
import type { Viewport } from '../../figure/visibleMarks'
import { DirectionButtons } from './DirectionButtons'
import { type MarkActions, Marks } from './Marks'
import { Names } from './Names'
import { shownMap } from './shownMap'

interface MapOverlayProps extends MarkActions {
  readonly scene: MarkScene
  readonly names: PlacedNames
  readonly viewport: Viewport
}

/** What stands over the canvas of a map. */
export function MapOverlay({ scene, names, viewport, ...actions }: MapOverlayProps) {
  return (
    <>
      <Names names={names} theme={scene.theme} viewport={viewport} />
      <DirectionButtons scene={scene} viewport={viewport} leave={actions.leave} />
      <Marks scene={scene} viewport={viewport} {...actions} />
    </>
  )
}

/** Stands over the figure, and then over MapLibre's map, where drags that begin on it move the map. */
const overlay = document.createElement('div')

/** Draws over the map that is shown, in that place. Returns the undo. */
export function showOverlay(place: HTMLElement): () => void {
  place.append(overlay)
  const stop = effect(() => {
    const map = shownMap.value
    if (!map?.scene.value || !map.viewport.value) return
    render(
      <MapOverlay
        scene={map.scene.value}
        names={map.names.value}
        viewport={map.viewport.value}
        open={map.open}
        hover={hoverArea}
        leave={map.focus}
      />,
      overlay,
    )
  })
  return () => {
    stop()
    render(null, overlay)
  }
}

/** Moves it to another place, with the focus if that is in it. */
export function moveOverlay(place: HTMLElement): void {
  const { activeElement } = document
  const isFocused = overlay.contains(activeElement)
  place.append(overlay)
  if (isFocused && activeElement instanceof HTMLElement) {
    activeElement.focus({ preventScroll: true })
  }
}
