import type { Map as MapLibre } from 'maplibre-gl'
import type { PlacedNames } from '../figure/names/labels'
import { layOutNames } from '../figure/names/layOutNames'
import type { NamedFigure } from '../figure/names/listNames'
import type { Later } from './debounce'
import { cameraOf } from './followCamera'
import type { Covered } from './mapHandle'
import type { TextWidths } from './measure'

export interface NameLayout {
  /** The map shows this figure. */
  change(figure: NamedFigure): void
  /** The map shows another part of the world. */
  moved(): void
  stop(): void
}

/** After a change of zoom by so much, names would pile up. */
const PILE = 0.5

/**
 * Lays the names of a figure out: of the first one at once, then when window and camera have come
 * to rest, as nobody reads names on the move; also in a long zoom, and when a font has loaded.
 */
export function createNameLayout(
  map: MapLibre,
  { measure, forget }: TextWidths,
  covered: Covered,
  atRest: Later,
  show: (names: PlacedNames) => void,
): NameLayout {
  let figure: NamedFigure | null = null
  let { zoom } = cameraOf(map)
  const layOut = () => {
    atRest.stop()
    const camera = cameraOf(map)
    zoom = camera.zoom
    if (figure) show(layOutNames(camera, figure, measure, covered('all')))
  }
  const fontsLoaded = () => {
    forget()
    layOut()
  }
  document.fonts.addEventListener('loadingdone', fontsLoaded)
  return {
    change(next) {
      const had = figure
      figure = next
      if (!had) layOut()
      else if (had.areas !== next.areas || had.geography !== next.geography) atRest.ask(layOut)
    },
    moved() {
      if (Math.abs(cameraOf(map).zoom - zoom) > PILE) layOut()
      else atRest.ask(layOut)
    },
    stop() {
      atRest.stop()
      document.fonts.removeEventListener('loadingdone', fontsLoaded)
    },
  }
}
