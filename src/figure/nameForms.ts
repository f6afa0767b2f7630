import type { Conflict, LanguageId } from '../model/conflict'
import type { Area } from '../model/place'

/** A name in its forms: the one the reader chose, then the others that differ from it. */
export interface Names {
  readonly lead: string
  /** The form of the country the place lies in, or English where that one leads; may be empty. */
  readonly second: string
  /** All other forms, ` · ` between them; may be empty. */
  readonly others: string
}

/**
 * Orders the forms of an area's name. A form the gazetteer does not have is left out, and so is one that
 * is spelled like another; the first language leads where the chosen form is missing. Languages without countries show
 * only when chosen.
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
