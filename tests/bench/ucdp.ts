import { mulberry32 } from './random'

/** The columns of the UCDP Georeferenced Event Dataset, version 24.1. */
export const UCDP_COLUMNS =
  `id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,
conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,
number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,
where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,
date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob`
    .replace(/\n/g, '')
    .split(',')

/** Districts, and a place within each. */
const DISTRICTS = [
  ['Shusha', 46.65, 39.71],
  ['Aghdam', 46.95, 40.06],
  ['Kalbajar', 46.2, 40.1],
  ['Lachin', 46.4, 39.65],
  ['Fuzuli', 47.2, 39.5],
  ['Jabrayil', 46.9, 39.3],
  ['Tartar', 46.75, 40.3],
  ['Syunik', 46.2, 39.4],
] as const
/** Degrees to each side of it. */
const AROUND = 0.1
const VILLAGES = [
  'Taghavard',
  'Karmir Shuka',
  'Yukhari Yaglivand',
  'Əliağalı',
  'Chartar',
  'Tap Qaraqoyunlu',
]
const OFFICES = [
  'Reuters News',
  'Agence France Presse',
  'BBC Monitoring',
  'Interfax',
  'APA',
  'Armenpress',
]
const WORDS = `ministry said that units of the opposing armed forces opened fire from large calibre
weapons in the direction of positions near the village, "provocation" according to the statement; no
losses were reported, while residents spoke of several hours of shelling`.split(/\s/)
const WORDS_A_ROW = 8
const WORDS_A_HEADLINE = 6

/**
 * Text like that of the UCDP GED: seeded, the events between 2020 and 2023 around Karabakh, some 500 bytes a row.
 * Made up from end to end, for measuring only.
 */
export function* ucdpLikeCsv(rows: number): Generator<string> {
  const random = mulberry32(20221130)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = (list: readonly string[]) => list[below(list.length)] ?? ''
  const words = (count: number) => Array.from({ length: count }, () => one(WORDS)).join(' ')
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  yield `${UCDP_COLUMNS.join(',')}\n`
  for (let row = 0; row < rows; row++) {
    const start = Date.UTC(2020, 10, 10) + below(1050) * 86_400_000
    const precision = 1 + below(4)
    const day = (ms: number) => `${new Date(ms).toISOString().slice(0, 10)} 00:00:00.000`
    const end = start + ([0, 3, 6, 29][precision - 1] ?? 0) * 86_400_000
    const best = below(6)
    const [district, x, y] = DISTRICTS[below(DISTRICTS.length)] ?? DISTRICTS[0]
    const lon = (x + (random() * 2 - 1) * AROUND).toFixed(6)
    const lat = (y + (random() * 2 - 1) * AROUND).toFixed(6)
    const office = one(OFFICES)
    const headline = words(WORDS_A_HEADLINE)
    const cells: Record<string, string | number> = {
      id: 300_000 + row,
      relid: `AZE-2022-1-388-${row}`,
      year: new Date(start).getUTCFullYear(),
      active_year: 1,
      code_status: 'Clear',
      type_of_violence: 1 + below(3),
      conflict_name: 'Azerbaijan: Nagorno-Karabakh',
      dyad_name: 'Government of Azerbaijan - Republic of Artsakh',
      side_a: 'Government of Azerbaijan',
      side_b: 'Republic of Artsakh',
      number_of_sources: 1,
      source_article: quoted(`${office}, ${day(start).slice(0, 10)}, ${headline}`),
      source_office: quoted(office),
      source_date: day(start).slice(0, 10),
      source_headline: quoted(headline),
      source_original: quoted('Ministry of Defence'),
      where_prec: 1 + below(6),
      where_coordinates: quoted(`${one(VILLAGES)} village`),
      where_description: quoted(words(WORDS_A_ROW)),
      adm_1: quoted(`${district} district`),
      adm_2: '',
      latitude: lat,
      longitude: lon,
      geom_wkt: `POINT (${lon} ${lat})`,
      country: 'Azerbaijan',
      region: 'Europe',
      event_clarity: 1,
      date_prec: precision,
      date_start: day(start),
      date_end: day(end),
      best,
      high: best + below(3),
      low: best,
    }
    yield `${UCDP_COLUMNS.map((column) => cells[column] ?? '').join(',')}\n`
  }
}

/** The same as UTF-8 bytes. */
export function ucdpLikeBytes(rows: number): Uint8Array {
  return new TextEncoder().encode([...ucdpLikeCsv(rows)].join(''))
}
