import * as state from '../../app/state'
import { createPicture } from '../../figure/picture/createPicture'
import type { Picture } from '../../figure/picture/drawPage'
import type { Frame } from '../../figure/picture/frames'
import type { PictureWords } from '../../figure/picture/layOutPage'
import type { LayerId, Theme } from '../../model/view'
import type { ShownMap } from '../map/shownMap'
import { alternativeWords } from './pictureWords'

/** A picture of what is on the screen, in these colours and with these words. */
export function drawPicture(
  map: ShownMap,
  frame: Frame,
  theme: Theme,
  words: PictureWords,
  dataset = state.dataset.value,
): Picture {
  const values = {
    dataset,
    slice: state.slice.value,
    points: state.points.value,
    colouring: state.colouring.value,
    lang: state.names.value,
    hidden: state.hiddenLayers.value as ReadonlySet<LayerId>,
    selection: state.selection.value,
    hovered: null,
    directions: state.directions.value,
    theme,
  }
  const { geography, measure } = map
  const { limit } = state
  const about = alternativeWords(words)
  const parts = { frame, words, values, geography, camera: map.camera(), limit: limit.value, about }
  return createPicture(parts, measure.value)
}
