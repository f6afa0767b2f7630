import type { MappedField } from './format'

/**
 * Humanitarian Exchange Language (hxlstandard.org): a row of tags below the names of the columns,
 * such as `#adm2+name`.
 */

const TAG = /^#[a-z][\w+ ]*$/i
/** What tags mean, the best first. `+` is an attribute that a tag must have, `-` one it must not. */
const MEANINGS: Readonly<Partial<Record<MappedField, string>>> = {
  date_start: '#date+start|#date+occurred|#date+event|#date-end',
  date_end: '#date+end',
  time_start: '#time',
  area_code: '#adm2+code|#adm3+code|#adm1+code',
  areas: '#adm2-code|#adm3-code|#adm1-code',
  settlements: '#loc-code-type|#adm5-code|#adm4-code',
  lon: '#geo+lon',
  lat: '#geo+lat',
  position: '#geo+coord',
  summary: '#description|#event+description',
  kind: '#event+type|#event-id-num',
  killed: '#affected+killed',
  wounded: '#affected+injured',
  publisher: '#meta+source|#source',
  url: '#meta+url|#contact+url',
  id: '#event+id|#meta+id',
}

/** Whether a record is a row of tags: each of its values is one. */
export function areTags(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 1 && filled.every((cell) => TAG.test(cell))
}

/** The column that each field is in by the tags. */
export function columnsByTags(
  header: readonly string[],
  tags: readonly string[],
): Partial<Record<MappedField, string>> {
  const found = Object.entries(MEANINGS).flatMap(([field, meanings]) => {
    const places = meanings.split('|').map((each) => tags.findIndex((tag) => matches(tag, each)))
    const place = places.find((each) => each !== -1)
    return place === undefined ? [] : [[field, header[place] ?? ''] as const]
  })
  return Object.fromEntries(found)
}

function matches(tag: string, meaning: string): boolean {
  const [name, ...attributes] = tag.toLowerCase().replaceAll(' ', '').split('+')
  const [wanted, ...conditions] = meaning.split(/(?=[+-])/)
  return (
    name === wanted &&
    conditions.every((each) => attributes.includes(each.slice(1)) === each.startsWith('+'))
  )
}
