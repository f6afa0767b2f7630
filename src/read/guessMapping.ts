import { OTHER_PARTY } from '../model/conflict'
import { fold } from '../model/fold'
import { findDateOrder } from './dates'
import {
  type DateOrder,
  MAPPED_FIELDS,
  type MappedField,
  type Mapping,
  type OpenedTable,
} from './format'
import { readCellPosition } from './geojson/cellPosition'
import { valuesIn } from './header'
import { columnsByTags } from './hxl'
import { isInstant } from './periods'

/** Common names of columns, folded (fold.ts), the likeliest first, in several languages. */
const NAMES: Readonly<Record<MappedField, string>> = {
  date_start:
    'date start|start date|event date|date of event|incident date|date of incident|date|start|day|when|when start|timestamp|datetime|date time|дата|дата начала|tarix|baslama tarixi|tarih|ամսաթիվ',
  date_end: 'date end|end date|end|when end|дата окончания|bitme tarixi|bitis tarihi',
  time_start: 'time start|time|start time|hour|время|vaxt|saat|ժամ',
  areas:
    'area|areas|district|region|province|rayon|admin1|adm 1|adm1|район|область|bolge|il|շրջան|մարզ',
  area_code: 'pcode|p code|adm2 pcode|admin2 pcode|adm1 pcode|admin1 pcode|admin2 code|admin1 code',
  settlements:
    'settlement|settlements|village|town|city|place|location|where|населенный пункт|село|место|kend|yer|կոյ|գյուղ',
  lon: 'lon|long|lng|longitude|x|долгота|uzunluq|boylam|երկայնություն',
  lat: 'lat|latitude|y|широта|enlik|enlem|լայնություն',
  position:
    'position|coordinates|coordinate|coords|geometry|geom|the geom|wkt|geojson|lat lon|lat long|latlon|latlong|gps|координаты|koordinatlar|կոորդինատներ',
  summary:
    'summary|description|notes|text|event|what|details|name|описание|текст|событие|tesvir|mezmun|aciklama|նկարագրություն',
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

/** Folded names of columns that say when a row was written, not when it happened. */
const RECORD_DATE = /\b(?:created|updated|modified|changed|added|entered|published|accessed)\b/
/** Of the whole world: only whether a value is a position is asked. */
const ANYWHERE = [-180, -90, 180, 90] as const

/**
 * Guesses how a table is meant, from the names of its columns and, for dates and degrees, from its
 * first rows. The user sees and corrects every guess.
 */
export function guessMapping(table: OpenedTable, samples: readonly (readonly string[])[]): Mapping {
  const { header } = table
  const columns = table.tags ? columnsByTags(header, table.tags) : {}
  const taken = new Set<string>(Object.values(columns))
  for (const field of MAPPED_FIELDS) {
    if (columns[field] !== undefined) continue
    const name = columnNamed(header, NAMES[field], taken)
    if (name === undefined) continue
    columns[field] = name
    taken.add(name)
  }
  const valuesOf = (name: string | undefined) => {
    const place = name === undefined ? -1 : header.indexOf(name)
    return samples.map((row) => row[place] ?? '').filter((value) => value !== '')
  }
  const { time_start: timed, position } = columns
  if (columns.date_start === undefined && haveDates(valuesOf(timed))) {
    columns.date_start = timed
    delete columns.time_start
  }
  if (columns.date_start === undefined) {
    const dated = header.filter((name) => !taken.has(name) && haveDates(valuesOf(name)))
    const isOfRecord = (name: string) => RECORD_DATE.test(fold(name))
    columns.date_start = dated.find((name) => !isOfRecord(name)) ?? dated[0]
  }
  if (!valuesOf(position).some((value) => readCellPosition(value, ANYWHERE))) {
    delete columns.position
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
    dateOrder:
      orderNamed(columns.date_start ?? '') ??
      findDateOrder(valuesIn(table, header.indexOf(columns.date_start ?? ''))).order,
    decimal: degrees.some((value) => /^-?\d+,\d+$/.test(value)) ? ',' : '.',
    party: OTHER_PARTY,
  }
}

/** The order that a header tells: `Date (mm/dd/yyyy)`. */
function orderNamed(name: string): DateOrder | null {
  const [, order] = /\b(dd?[./-]mm?|mm?[./-]dd?)[./-]y/i.exec(name) ?? []
  if (order === undefined) return null
  return order.toLowerCase().startsWith('d') ? 'dmy' : 'mdy'
}

function columnNamed(
  header: readonly string[],
  names: string,
  taken: ReadonlySet<string>,
): string | undefined {
  const free = header.filter((name) => name !== '' && !taken.has(name))
  for (const wanted of names.split('|').map(fold)) {
    const found = free.find((name) => fold(name.replace(/\([^()]{0,40}\)$/, '')) === wanted)
    if (found !== undefined) return found
  }
  return undefined
}

/** Most of them in one order: a table may have some bad ones. */
function haveDates(values: readonly string[]): boolean {
  const orders: readonly DateOrder[] = ['dmy', 'mdy']
  const most = Math.max(
    ...orders.map((order) => values.filter((value) => isInstant(value, order)).length),
  )
  return most > values.length / 2
}

function areLinks(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => /^https?:\/\//i.test(value))
}
