import type { LayerId, NameLanguage } from '../types'
import type { MapValues } from './contract'
import { type Palette, paletteOf } from './palette'

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
  return { palette: paletteOf(theme), lang, hidden }
}
