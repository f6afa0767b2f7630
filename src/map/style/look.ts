import { findPalette, type Palette } from '../../figure/palette'
import type { LayerId } from '../../model/view'
import type { MapValues } from '../mapHandle'

/**
 * What determines the look of the layers; what they show is in the sources and the feature state.
 */
export interface Look {
  readonly palette: Palette
  readonly hidden: ReadonlySet<LayerId>
}

export function lookOf({ theme, hidden }: Pick<MapValues, 'theme' | 'hidden'>): Look {
  return { palette: findPalette(theme), hidden }
}
