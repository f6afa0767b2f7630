import { findPalette, type Palette } from '../../figure/palette'
import type { NameLanguage } from '../../model/place'
import type { LayerId } from '../../model/view'
import type { MapValues } from '../mapHandle'

/** What decides the look of the layers; what they show is in the sources and the feature state. */
export interface Look {
  readonly palette: Palette
  readonly lang: NameLanguage
  readonly hidden: ReadonlySet<LayerId>
}

export function lookOf({
  theme,
  lang,
  hidden,
}: Pick<MapValues, 'theme' | 'lang' | 'hidden'>): Look {
  return { palette: findPalette(theme), lang, hidden }
}
