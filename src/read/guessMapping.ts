import { OTHER_PARTY } from '../model/conflict'
import { fold } from '../model/fold'
import { findDateOrder, readDate } from './dates'
import {
  type DateOrder,
  MAPPED_FIELDS,
  type MappedField,
  type Mapping,
  type OpenedTable,
} from './format'
import { valuesIn } from './header'

/** Common names of columns, folded (fold.ts), the likeliest first, in several languages. */
const NAMES: Readonly<Record<MappedField, string>> = {
  date_start:
    'date start|start date|date|event date|day|when|дата|дата начала|tarix|baslama tarixi|tarih|ամսաթիվ',
  date_end: 'date end|end date|дата окончания|bitme tarixi|bitis tarihi',
  time_start: 'time start|time|start time|hour|время|vaxt|saat|ժամ',
  areas:
    'area|areas|district|region|province|rayon|admin1|adm 1|adm1|район|область|bolge|il|շրջան|մարզ',
  settlements:
    'settlement|settlements|village|town|city|place|location|where|населенный пункт|село|место|kend|yer|կոյ|գյուղ',
  lon: 'lon|long|lng|longitude|x|долгота|uzunluq|boylam|երկայնություն',
  lat: 'lat|latitude|y|широта|enlik|enlem|լայնություն',
  summary:
    'summary|description|notes|text|event|what|details|описание|текст|событие|tesvir|mezmun|aciklama|նկարագրություն',
  kind: 'kind|type|event type|category|вид|тип|nov|tur|տեսակ',
  reported_by: 'reported by|reporter|claimant|кто сообщил|bildiren|bildiren teref',
  accused_as_worded: 'accused|accused as worded|perpetrator|actor|обвиняемый|ittiham olunan',
  killed: 'killed|deaths|dead|fatalities|убито|погибшие|погибло|olen|olu',
  wounded: 'wounded|injured|ранено|раненые|yaralanan|yarali',
  publisher: 'publisher|source|source name|media|outlet|источник|menbe|kaynak|աղբյուր',
  title: 'title|headline|source title|заголовок|basliq|baslik|վերնագիր',
  url: 'url|link|source url|source link|web|ссылка|kecid|baglanti|հղում',
  published: 'published|publication date|date published|дата публикации',
  id: 'id|event id|number|no|номер|№',
  note: 'note|remark|comment|примечание|qeyd|not',
}

/**
 * Guesses how a table is meant, from the names of its columns and, for dates and degrees, from its
 * first rows. The user sees and corrects every guess.
 */
export function guessMapping(table: OpenedTable, samples: readonly (readonly string[])[]): Mapping {
  const { header } = table
  const columns: Partial<Record<MappedField, string>> = {}
  const taken = new Set<string>()
  for (const field of MAPPED_FIELDS) {
    const name = columnNamed(header, NAMES[field], taken)
    if (name === undefined) continue
    columns[field] = name
    taken.add(name)
  }
  const valuesOf = (name: string | undefined) => {
    const place = name === undefined ? -1 : header.indexOf(name)
    return samples.map((row) => row[place] ?? '').filter((value) => value !== '')
  }
  if (columns.date_start === undefined) {
    const dated = header.find((name) => !taken.has(name) && haveDates(valuesOf(name)))
    if (dated !== undefined) columns.date_start = dated
  }
  const { publisher } = columns
  if (publisher !== undefined && columns.url === undefined && areLinks(valuesOf(publisher))) {
    columns.url = publisher
    delete columns.publisher
  }
  const degrees = [...valuesOf(columns.lon), ...valuesOf(columns.lat)]
  return {
    columns,
    // The whole column, because all of the first rows may be in the first days of a month.
    dateOrder: findDateOrder(valuesIn(table, header.indexOf(columns.date_start ?? ''))).order,
    decimal: degrees.some((value) => /^-?\d+,\d+$/.test(value)) ? ',' : '.',
    party: OTHER_PARTY,
  }
}

function columnNamed(
  header: readonly string[],
  names: string,
  taken: ReadonlySet<string>,
): string | undefined {
  const free = header.filter((name) => name !== '' && !taken.has(name))
  for (const wanted of names.split('|').map(fold)) {
    const found = free.find((name) => fold(name) === wanted)
    if (found !== undefined) return found
  }
  return undefined
}

/** Most of them in one order: a table may have some bad ones. */
function haveDates(values: readonly string[]): boolean {
  const orders: readonly DateOrder[] = ['dmy', 'mdy']
  const most = Math.max(
    ...orders.map((order) => values.filter((value) => readDate(value, order) !== null).length),
  )
  return most > values.length / 2
}

function areLinks(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => /^https?:\/\//i.test(value))
}
