import type { Conflict, LanguageId } from '../model/conflict'
import type { AreaId } from '../model/ids'
import { memoizeText } from '../model/memoize'
import type { Area } from '../model/place'
import type { Dataset } from '../store/dataset'

/** The forms of a name: the chosen one, then the others that differ from it. */
export interface Names {
  readonly lead: string
  /** The form of the place's country, or English if that one leads; may be empty. */
  readonly second: string
  /** All other forms, separated by ` · `; may be empty. */
  readonly others: string
}

/**
 * Orders the forms of an area's name. A form that the gazetteer lacks is omitted, and so is one
 * with the same spelling as another; the first language leads if the chosen form is missing.
 * Languages without countries are shown only when chosen.
 */
export function orderNames(
  area: Pick<Area, 'name' | 'names'>,
  lang: LanguageId,
  country: string,
  { languages }: Pick<Conflict, 'languages'>,
): Names {
  const [first, ...others] = languages
  const formIn = (id: LanguageId) => (id === first.id ? area.name : (area.names[id] ?? ''))
  const local = languages.filter(({ countries = [] }) => countries.includes(country))
  const shown = [...local, first, ...others.filter(({ countries }) => countries !== undefined)]
  const lead = formIn(lang) || area.name
  const rest: string[] = []
  for (const { id } of shown) {
    const form = formIn(id)
    if (form !== '' && form !== lead && !rest.includes(form)) rest.push(form)
  }
  return { lead, second: rest[0] ?? '', others: rest.slice(1).join(' · ') }
}

const regionNames = memoizeText((lang) => new Intl.DisplayNames([lang, 'en'], { type: 'region' }))

/** The name of a country in a language, by its code in ISO 3166-1. */
export function regionName(code: string, lang: LanguageId): string {
  return regionNames(lang).of(code) ?? code
}

/** The name of an area in a language. */
export function leadName(
  { areas, conflict }: Pick<Dataset, 'areas' | 'conflict'>,
  id: AreaId,
  lang: LanguageId,
): string {
  const area = areas.get(id)
  return area ? orderNames(area, lang, '', conflict).lead : id
}

/** The same for a message, where a point may be in no area. */
export function districtWords(
  dataset: Pick<Dataset, 'areas' | 'conflict'>,
  id: AreaId | null,
  lang: LanguageId,
): { readonly district: string; readonly isIn: 'yes' | 'no' } {
  return id === null
    ? { district: '', isIn: 'no' }
    : { district: leadName(dataset, id, lang), isIn: 'yes' }
}
