import * as state from '../../app/state'
import type { FigureValues } from '../../figure/figure'
import type { LayerId, Theme } from '../../model/view'

/** What a picture shows: what is on the screen, in these colours. */
export function pictureValues(theme: Theme): FigureValues {
  return {
    dataset: state.dataset.value,
    slice: state.slice.value,
    colouring: state.colouring.value,
    lang: state.names.value,
    hidden: state.hiddenLayers.value as ReadonlySet<LayerId>,
    selection: state.selection.value,
    hovered: null,
    directions: state.directions.value,
    theme,
  }
}
