import { findPalette, type Palette } from '../../figure/palette'
import type { LanguageId } from '../../model/conflict'
import type { LayerId } from '../../model/view'
import type { MapValues } from '../mapHandle'

/**
 * What determines the look of the layers; what they show is in the sources and the feature state.
 */
export interface Look {
  readonly palette: Palette
  readonly lang: LanguageId
  /** The first language of the conflict, that of unmarked names. */
  readonly isFirstLanguage: boolean
  readonly hidden: ReadonlySet<LayerId>
}

export function lookOf({
  theme,
  lang,
  hidden,
  dataset,
}: Pick<MapValues, 'theme' | 'lang' | 'hidden' | 'dataset'>): Look {
  const isFirstLanguage = lang === dataset.conflict.languages[0].id
  return { palette: findPalette(theme), lang, isFirstLanguage, hidden }
}
