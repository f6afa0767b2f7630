import type { Area, NameLanguage } from '../model/place'

/** A name in its forms: the one the reader chose, then the others that differ from it. */
export interface Names {
  readonly lead: string
  /** The form of the country the place lies in, or English where that one leads; may be empty. */
  readonly second: string
  /** All other forms, ` · ` between them; may be empty. */
  readonly others: string
}

/** Which language's form stands first among the others, by ISO country code. */
const OWN_LANGUAGE: Readonly<Record<string, NameLanguage>> = { AZ: 'az', AM: 'hy' }

/**
 * Orders the forms of an area's name. A form the gazetteer does not have is left out, and so is one that
 * is spelled like another; English leads where the chosen form is missing. Russian shows only when chosen.
 */
export function orderNames(
  area: Pick<Area, 'name' | 'names'>,
  lang: NameLanguage,
  country: string,
): Names {
  const forms = { en: area.name, ...area.names }
  const own = OWN_LANGUAGE[country] ?? 'en'
  const lead = forms[lang] || forms.en
  const rest: string[] = []
  for (const form of [forms[own], forms.en, forms.az, forms.hy]) {
    if (form && form !== lead && !rest.includes(form)) rest.push(form)
  }
  return { lead, second: rest[0] ?? '', others: rest.slice(1).join(' · ') }
}
