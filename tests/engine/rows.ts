import { asPolygons } from '../../src/geo/polygons'
import { listSpellings } from '../../src/join/gazetteer'
import { parsePlaces } from '../../src/read/parseTables'
import { mulberry32 } from '../bench/random'
import { CONFLICT } from '../support/conflict'
import { geodata } from '../support/fixtures'

/** Formats of events that an engine joins; `mapped` is a table that says what its columns are. */
export const FORMATS = ['ucdp', 'acled', 'viina', 'gdelt', 'gtd', 'aggregated', 'mapped'] as const
export type Format = (typeof FORMATS)[number]

/** How a table of unknown format is read. */
export const MAPPED_COLUMNS =
  'date=when,date_end=until,time_start=clock,place=where,areas=unit,settlements=village,lon=x,lat=y,position=point,kind=what,weapons=with,reported_by=who,accused_as_worded=against,killed=dead,wounded=hurt,summary=text,id=code'

const PLACES = parsePlaces(geodata('places.csv'), 'places.csv', CONFLICT).rows
const NAMES = PLACES.flatMap(listSpellings)
/** Corners of all districts: points on borders. */
const RINGS = asPolygons(
  JSON.parse(geodata('districts.geojson')),
  'districts.geojson',
).features.flatMap(({ geometry }) =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
)
const UNKNOWN = ['Nowhere', 'Неведомо', 'Անհայտ', 'ناکجا', 'უცნობი', 'Bilinməyən', 'Ölüdağ;Başqa']
const WORDS = ['fire', 'at', 'the', '"positions"', 'ночью', 'գիշեր', 'kənd', 'shelling, again', '–']
const ACTORS = [
  ...['Military Forces of Azerbaijan (2003-)', 'Military Forces of Armenia (2018-)'],
  ...['Government of Azerbaijan', 'Republic of Artsakh', 'Civilians (Armenia)', 'Unidentified'],
  ...['Government of Armenia', 'Russia', '', 'Катиба Масина', 'Ministry of Defence of Azerbaijan'],
]
const SOURCES = [
  ...['Ministry of Defence of Azerbaijan; APA', 'Artsakh Defence Army', 'Armenpress', ''],
  ...['Armenian Ministry of Defence', 'Ministry of Defence of Russia', 'Reuters News'],
]
const TYPES = [
  ['Battles', 'Armed clash'],
  ['Explosions/Remote violence', 'Shelling/artillery/missile attack'],
  ['Explosions/Remote violence', 'Air/drone strike'],
  ['Violence against civilians', 'Attack'],
  ['Protests', 'Peaceful protest'],
  ['', ''],
] as const

/** What makes a row of a format. */
type Make = (draw: Draw, row: number) => Record<string, string | number>
type Draw = ReturnType<typeof drawer>

/** Draws values that an engine could read in another way than our own code, among ordinary ones. */
function drawer(seed: number, isElsewhere: boolean) {
  const random = mulberry32(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const rarely = () => random() < 0.02
  const spoil = (name: string) => {
    const at = below(name.length)
    return one([
      name.slice(0, at) + name.slice(at + 1),
      name.toUpperCase(),
      ` ${name} `,
      `${name}a`,
    ])
  }
  const name = () => {
    if (isElsewhere) return one(UNKNOWN)
    const known = one(NAMES)
    return random() < 0.7 ? known : random() < 0.7 ? spoil(known) : one(UNKNOWN)
  }
  const near = (): readonly [number, number] => {
    const ring = one(RINGS)
    const at = below(ring.length - 1)
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = [ring[at], ring[at + 1]]
    const [part, away] = [random(), one([0, 0, 1e-12, 1e-9, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3])]
    return one([
      [x1, y1],
      [(x1 + x2) / 2, (y1 + y2) / 2],
      [x1 + part * (x2 - x1) + away * (random() - 0.5), y1 + part * (y2 - y1) + away],
    ] as const)
  }
  const point = (): readonly [string, string] => {
    if (isElsewhere) return [(10 * random()).toFixed(5), (10 * random()).toFixed(5)]
    if (random() < 0.4) {
      const [lon, lat] = near()
      return [String(lon), String(lat)]
    }
    const [lon, lat] = [(44 + 6 * random()).toFixed(4), (38 + 4 * random()).toFixed(4)]
    if (random() < 0.9) return [lon, lat]
    return one([
      [lat, lon],
      ['0', '0'],
      ['', ''],
      [lon.replace('.', ','), lat.replace('.', ',')],
      [`${lon}°E`, `${lat}° N`],
      ['181', '40'],
      ['46.5', 'unknown'],
      [`+${lon}`, `.5`],
      [` ${lon}`, `${lat} `],
      ['1e1', '40'],
      [`${lon}000000000001234567890`, lat],
    ])
  }
  const day = () => {
    const date = new Date(Date.UTC(2019, 0, 1) + below(1500) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    return rarely() ? one(['never', '', '2022-13-01', '30 February 2022', '1850-01-01']) : date
  }
  const text = () => Array.from({ length: 1 + below(6) }, () => one(WORDS)).join(' ')
  const id = (row: number) =>
    rarely()
      ? one([
          '',
          `row-${row}`,
          'row-17',
          " 'x",
          "'=1+1",
          'é',
          'e\u0301',
          'DUP1',
          'DUP2',
          `ROW${row - 1}`,
        ])
      : `ROW${row}`
  return { random, below, one, rarely, name, point, day, text, id }
}

const digits = (date: string) => date.replaceAll('-', '')

const MAKE: Readonly<Record<Format, Make>> = {
  ucdp({ one, below, name, point, day, text, id }, row) {
    const [[lon, lat], start] = [point(), day()]
    const best = below(6)
    return {
      id: id(row),
      type_of_violence: one([1, 2, 3, '', 9]),
      side_a: one(ACTORS),
      side_b: one(ACTORS),
      source_article: text(),
      source_office: one(SOURCES),
      source_date: day(),
      source_headline: text(),
      source_original: one(SOURCES),
      where_prec: one([1, 1, 1, 2, 3, 4, 5, 6, 7, '', 'x']),
      where_coordinates: name(),
      where_description: text(),
      adm_1: name(),
      adm_2: one(['', name()]),
      latitude: lat,
      longitude: lon,
      country: one(['Azerbaijan', 'Armenia', '']),
      date_prec: one([1, 1, 2, 3, 4, 5, '', 0]),
      date_start: `${start} 00:00:00.000`,
      date_end: one([start, start, day(), '']),
      best: one([best, `${best}.0`, '', -1, 'many']),
      high: best + below(3),
      low: best,
    }
  },
  acled({ one, below, name, point, day, text, id }, row) {
    const [[lon, lat], [type, subType]] = [point(), one(TYPES)]
    return {
      event_id_cnty: id(row),
      event_date: day(),
      time_precision: one([1, 1, 2, 3, '']),
      event_type: type,
      sub_event_type: subType,
      actor1: one(ACTORS),
      actor2: one(ACTORS),
      country: one(['Azerbaijan', 'Armenia']),
      admin1: name(),
      admin2: one(['', name()]),
      location: name(),
      latitude: lat,
      longitude: lon,
      geo_precision: one([1, 1, 2, 3, '']),
      source: one(SOURCES),
      notes: text(),
      fatalities: one([0, below(9), '', '1.0']),
    }
  },
  viina({ one, name, point, day, text, id }, row) {
    const [lon, lat] = point()
    return {
      viinaversion: 2,
      event_id: id(row),
      date: digits(day()),
      time: one(['09:10', '']),
      feature_code: one(['PPL', 'ADM1', '']),
      asciiname: name(),
      adm1_name: name(),
      adm2_name: one(['', name()]),
      longitude: lon,
      latitude: lat,
      geo_precision: one(['', 'ADM0', 'ADM1', 'ADM2', 'ADM4']),
      source: one(SOURCES),
      url: one(['https://example.org/1', 'no address']),
      text: text(),
      lang: 'en',
      t_artillery_b: one([0, 1]),
      t_uav_b: one([0, 0, 1]),
    }
  },
  gdelt({ one, name, point, day, id }, row) {
    const [lon, lat] = point()
    return {
      GLOBALEVENTID: id(row),
      SQLDATE: digits(day()),
      Actor1Name: one(ACTORS),
      Actor2Name: one(ACTORS),
      EventCode: one(['183', '193', '194', '190', '042']),
      EventRootCode: one(['18', '19', '19', '04', '']),
      ActionGeo_Type: one([1, 2, 3, 4, 4, 5, '']),
      ActionGeo_FullName: `${name()}, ${name()}, Azerbaijan`,
      ActionGeo_Lat: lat,
      ActionGeo_Long: lon,
      SOURCEURL: one(['https://example.org/a', 'x', '']),
    }
  },
  gtd({ one, below, name, point, text, id }, row) {
    const [lon, lat] = point()
    return {
      eventid: id(row),
      iyear: one([2019, 2020, 2021, 'x']),
      imonth: below(13),
      iday: below(32),
      approxdate: one(['', 'spring']),
      country_txt: 'Azerbaijan',
      provstate: name(),
      city: name(),
      latitude: lat,
      longitude: lon,
      specificity: one([1, 1, 2, 3, 4, 5, '']),
      vicinity: one([0, 1, -9]),
      summary: text(),
      attacktype1_txt: one(['Armed Assault', 'Bombing/Explosion', '']),
      targtype1_txt: one(['Military', 'Police']),
      weaptype1_txt: one(['Firearms', 'Explosives', '']),
      gname: one(ACTORS),
      nkill: one([below(5), '', '2.0']),
      nwound: one([below(5), '', '?']),
      scite1: text(),
    }
  },
  aggregated({ one, below, name, day, text }) {
    const [type, subType] = one(TYPES)
    return {
      week: day(),
      country: one(['Azerbaijan', 'Armenia']),
      admin1: name(),
      admin2: one(['', name()]),
      admin2_pcode: one(['', 'AZE-1691', 'X1']),
      event_type: type,
      sub_event_type: subType,
      disorder_type: text(),
      events: one([below(5), below(5), 'several', '3.0']),
      fatalities: one([0, below(3), '']),
    }
  },
  mapped({ one, below, name, point, day, text, id }, row) {
    const [[lon, lat], start] = [point(), day()]
    const [type] = one(TYPES)
    return {
      code: id(row),
      when: start,
      until: one(['', '', day()]),
      clock: one(['', '9:05', '15:00-18:00', '23:30 UTC', '25:00', '08:00 – 07:00']),
      where: name(),
      unit: one(['', name(), `${name()}; ${name()}`]),
      village: one(['', name(), `${name()};${name()}`]),
      x: one([lon, '']),
      y: one([lat, '']),
      point: one(['', '', `${lat}, ${lon}`, `POINT (${lon} ${lat})`, 'here']),
      what: one([type, 'shelling; fire', 'UAV', '']),
      with: one(['mortar', 'artillery; sniper', 'slingshot', '']),
      who: one([...SOURCES, 'Azerbaijan', 'Armenia']),
      against: one(ACTORS),
      dead: one([below(9), '', 'two', '1.0']),
      hurt: one([below(9), '']),
      text: text(),
    }
  },
}

/** Rows that make a table one that an engine would not read by itself. */
const ODD_ROWS: readonly ((cells: readonly string[]) => string)[] = [
  (cells) => cells.map(() => '').join(','),
  (cells) => ['Total', ...cells.slice(1).map(() => '')].join(','),
  (cells) => ['\u00a0', 'ИТОГО:\u00a0', ...cells.slice(2).map(() => '1')].join(','),
  (cells) => `${cells.map(quote).join(',')},more`,
  (cells) => cells.slice(0, -1).map(quote).join(','),
  (cells) => cells.map((cell, at) => (at > 1 ? `"${cell}\n\n"` : quote(cell))).join(','),
  (cells) => cells.map((cell, at) => (at === 1 ? `"${cell}" x` : quote(cell))).join(','),
  (cells) => cells.map((cell, at) => (at === 1 ? `"${cell}` : quote(cell))).join(','),
]

/** Rows of a format as CSV: seeded, and made up from end to end. */
export function* rowsOf(
  format: Format,
  rows: number,
  seed = 1,
  { isOdd = false, isElsewhere = false } = {},
): Generator<string> {
  const draw = drawer(seed, isElsewhere)
  const make = MAKE[format]
  for (let row = 0; row < rows; row++) {
    const made = make(draw, row + seed * 10_000_000)
    const cells = Object.values(made).map(String)
    if (row === 0) yield `${Object.keys(made).join(',')}\n`
    const odd = isOdd && draw.rarely() ? draw.one(ODD_ROWS) : null
    yield `${odd ? odd(cells) : cells.map(quote).join(',')}\n`
  }
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
