import type { Day } from '../../src/model/day'
import { formatDay, parseDay } from '../../src/model/day'
import { type GedPlace, settlementsOf, worldDistricts } from './gedPlaces'
import { geodata } from './geodata'
import { mulberry32 } from './random'
import { UCDP_COLUMNS } from './ucdp'

/** Where the events are: around the shipped districts, or all over the world. */
export type GedPart = 'region' | 'world'

const SEED = 19890101
const FIRST = dayOf('1989-01-01')
const LAST = dayOf('2024-12-31')
/** Half of all events are in offensives of so many days. */
const OFFENSIVES = { number: 90, days: 40 }
const DYADS = 60
const GROUPS = 25
/** Shares of the codes 1 to 5 of date_prec and 1 to 7 of where_prec, and days of an interval. */
const DATE_PRECISION = [0.72, 0.1, 0.08, 0.06, 0.04]
const DAYS = [0, 3, 6, 29, 89]
const WHERE_PRECISION = [0.55, 0.15, 0.15, 0.08, 0.04, 0.02, 0.01]
const OFFICES = ['Reuters News', 'Agence France Presse', 'BBC Monitoring', 'Xinhua', 'Interfax']
const AUTHORS = ['police', 'army spokesman', 'residents', 'hospital', 'rebel spokesman', '']
const WORDS =
  `according government forces rebels clashed near village killed wounded soldiers civilians
shelling artillery attack ambush convoy checkpoint the of in on and by at least several hours morning night
ministry said statement claimed denied reported positions mortar fire "terrorists" road district outskirts
fighters militia patrol bomb exploded air strike helicopter residents fled houses burned bodies found`.split(
    /\s/,
  )

/**
 * Rows like those of the UCDP GED, some 500 bytes each: seeded and made up from end to end, for
 * measuring only. Events of 36 years at settlements, some with many and most with few; more of them
 * in offensives; most known to the day and to the place, others to a week, a district or a country.
 */
export function* gedLikeRows(rows: number, part: GedPart): Generator<string> {
  const random = mulberry32(SEED)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T
  /** An index that is small more often: the share of each is as its inverse. */
  const rank = (limit: number) => Math.min(limit - 1, Math.floor((limit + 1) ** random()) - 1)
  const share = (shares: readonly number[]) => {
    let index = 0
    for (let rest = random(); index < shares.length - 1 && rest >= (shares[index] ?? 1); index++) {
      rest -= shares[index] ?? 1
    }
    return index
  }
  const words = (count: number) => {
    let text = pick(WORDS)
    for (let word = 1; word < count; word++) text += ` ${pick(WORDS)}`
    return text
  }
  const places = shuffle(settlementsOf(districtsOf(part), SEED), below)
  const offensives = Array.from({ length: OFFENSIVES.number }, () => FIRST + below(LAST - FIRST))
  const groups = Array.from({ length: GROUPS }, (_, index) => groupName(pick(places), index))
  const dyads = Array.from({ length: DYADS }, (_, index) => {
    const type = 1 + (index % 3)
    const a = type === 1 ? `Government of ${pick(places).country}` : pick(groups)
    return { type, a, b: type === 3 ? 'Civilians' : pick(groups) }
  })
  yield `${UCDP_COLUMNS.join(',')}\n`
  for (let row = 0; row < rows; row++) {
    const isOffensive = random() < 0.5
    const start = isOffensive
      ? pick(offensives) + below(OFFENSIVES.days)
      : FIRST + below(LAST - FIRST)
    const [datePrecision, wherePrecision] = [share(DATE_PRECISION), share(WHERE_PRECISION)]
    const [from, to] = [dateOf(start), dateOf(start + (DAYS[datePrecision] ?? 0))]
    const place = places[rank(places.length)] as GedPlace
    const dyad = rank(DYADS)
    const { type, a, b } = dyads[dyad] as (typeof dyads)[number]
    const office = pick(OFFICES)
    const headline = words(5 + below(6))
    const [deathsA, deathsB, civilians] = [rank(30), rank(40), rank(20)]
    const best = deathsA + deathsB + civilians
    const { lon, lat } = place
    const year = from.slice(0, 4)
    const cells: readonly (string | number)[] = [
      100_000 + row,
      `${year}-${type}-${dyad}-${row}`,
      year,
      1,
      'Clear',
      type,
      300 + dyad,
      11_000 + dyad,
      quoted(`${place.country}: Government`),
      700 + dyad,
      12_000 + dyad,
      quoted(`${a} - ${b}`),
      100 + dyad,
      100 + dyad,
      quoted(a),
      1000 + dyad,
      1000 + dyad,
      quoted(b),
      1,
      quoted(`"${office},${from},${headline}"`),
      quoted(office),
      from,
      quoted(headline),
      quoted(pick(AUTHORS)),
      wherePrecision + 1,
      quoted(wherePrecision > 2 ? place.adm1 : `${place.name} village`),
      quoted(words(3 + below(6))),
      quoted(wherePrecision > 4 ? '' : place.adm1),
      quoted(wherePrecision > 2 ? '' : place.adm2),
      lat,
      lon,
      `POINT (${lon} ${lat})`,
      100_000 + Math.floor((lat + 90) * 2) * 720 + Math.floor((lon + 180) * 2),
      place.country,
      200 + place.country.length,
      'Asia',
      1 + below(2),
      datePrecision + 1,
      `${from} 00:00:00.000`,
      `${to} 00:00:00.000`,
      deathsA,
      deathsB,
      civilians,
      0,
      best,
      best + rank(10),
      best,
      '',
      '',
    ]
    yield `${cells.join(',')}\n`
  }
}

function districtsOf(part: GedPart): readonly Omit<GedPlace, 'name'>[] {
  if (part === 'world') return worldDistricts(SEED)
  const { features } = JSON.parse(geodata('districts.geojson')) as {
    features: { properties: { name: string; country: string; label: [number, number] } }[]
  }
  return features.map(
    ({
      properties: {
        name,
        country,
        label: [lon, lat],
      },
    }) => {
      const isDistrict = country === 'AZ'
      const adm1 = isDistrict ? `${name} district` : `${name} province`
      return { adm1, adm2: '', country: isDistrict ? 'Azerbaijan' : 'Armenia', lon, lat }
    },
  )
}

/** A name that is of no side of the shipped conflict. */
function groupName({ adm1 }: GedPlace, index: number): string {
  const kinds = ['Liberation Front', 'Defence Committee', 'Revolutionary Army', 'Movement']
  return `${adm1} ${kinds[index % kinds.length]}`
}

function shuffle<T>(list: readonly T[], below: (limit: number) => number): readonly T[] {
  const shuffled = [...list]
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = below(index + 1)
    ;[shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T]
  }
  return shuffled
}

const dates = new Map<number, string>()

function dateOf(day: number): string {
  const text = dates.get(day) ?? formatDay(day as Day)
  dates.set(day, text)
  return text
}

function dayOf(text: string): number {
  const day = parseDay(text)
  if (day === null) throw new Error(`${text} is not a day`)
  return day
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`
}
