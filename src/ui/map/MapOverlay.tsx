import type { MarkScene } from '../../figure/marks'
import type { PlacedNames } from '../../figure/names/labels'
import type { Viewport } from '../../figure/visibleMarks'
import { DirectionButtons } from './DirectionButtons'
import { type MarkActions, Marks } from './Marks'
import { Names } from './Names'

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
