import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { customInfo } from '../../src/export/provenance'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import { OTHER_PARTY } from '../../src/model/conflict'
import { sliceDataset } from '../../src/query/sliceDataset'
import { MAPPED_FIELDS, type Mapping } from '../../src/read/format'
import { parseSources } from '../../src/read/parseTables'
import { CONFLICT } from '../support/conflict'
import { everything } from '../support/fixtures'
import { openReports, reportsOf, textFile } from '../support/open'

/** A readable row of each format, with all columns that its translator reads. */
const ROWS: Readonly<Record<string, string>> = {
  contactline: `id=1 date_start=2024-03-05 time_start=10:00 date_end=2024-03-06 time_end=11:00
    time_precision=interval areas=Shusha settlements=Shusha kind=fire weapons=mortar
    reported_by=Gazette reporting_party=Azerbaijan accused_party=Armenia accused_as_worded=Them
    fired_from=There target=Post retaliation=denied killed=1 wounded=2 denied_by=Them summary=Fire
    note=Note lon=46.7489 lat=39.7589 position_precision=district events=3`,
  acled: `event_id_cnty=A1 event_date=2024-03-05 time_precision=1 event_type=Battles
    sub_event_type=Clash actor1=Army actor2=Front country=Nordland admin1=North admin2=Upper
    location=Bol latitude=5.5 longitude=11.5 geo_precision=1 source=Gazette notes=Fire
    fatalities=3`,
  ucdp: `id=1 date_start=2024-03-05 date_end=2024-03-05 date_prec=1 type_of_violence=1 side_a=Army
    side_b=Front where_prec=1 where_coordinates=Bol adm_1=North adm_2=Upper country=Nordland
    latitude=5.5 longitude=11.5 best=3 low=2 high=4 source_office=Gazette source_date=2024-03-06
    source_headline=Fire source_original=Army`,
  viina: `viinaversion=2 event_id=1 date=20240305 time=10:00 adm1_name=North adm2_name=Upper
    asciiname=Bol latitude=5.5 longitude=11.5 geo_precision=PPL source=Gazette
    url=https://example.org/1 text=Fire lang=en`,
  gdelt: `globaleventid=1 sqldate=20240305 actor1name=ARMY actor2name=FRONT eventcode=190
    eventrootcode=19 actiongeo_type=4 actiongeo_fullname=Bol actiongeo_lat=5.5
    actiongeo_long=11.5 sourceurl=https://example.org/1`,
  gtd: `eventid=1 iyear=2024 imonth=3 iday=5 country_txt=Nordland provstate=North city=Bol
    latitude=5.5 longitude=11.5 specificity=1 vicinity=0 summary=Fire attacktype1_txt=Assault
    targtype1_txt=Police weaptype1_txt=Firearms gname=Front nkill=1 nwound=2 scite1=Gazette`,
  aggregated: `events=2 week=2024-03-02 country=Nordland admin1=North admin2=Upper
    event_type=Battles sub_event_type=Clash fatalities=3`,
  mapped: `date_start=2024-03-05 date_end=2024-03-06 time_start=10:00 place=Bol areas=Upper
    area_code=N01 settlements=Bol lon=11.5 lat=5.5 position=5.5,11.5 summary=Fire kind=Clash
    weapons=Guns reported_by=Army accused_as_worded=Front killed=1 wounded=2 publisher=Gazette
    title=News url=https://example.org/1 published=2024-03-06 id=1 note=Note`,
}
const SPOILT = 'qwx zyk'
/** Codes of machines, and numbers from which only such are made. */
const CODES = new Set(['viinaversion', 'vicinity', 'eventcode', 'geo_precision of viina'])
/** Read only where nothing finer is known. */
const COUNTRIES = new Set(['country', 'country_txt'])

test.each(
  Object.entries(ROWS).flatMap(([format, row]) =>
    row
      .trim()
      .split(/\s+(?=\w+=)/)
      .map((cell) => [format, cell.split('=')[0] ?? ''])
      .filter(([, column = '']) =>
        [column, `${column} of ${format}`].every(
          (name) => !CODES.has(name) && !COUNTRIES.has(name),
        ),
      ),
  ),
)('%s rejects a row for its %s, or exports the word in it', async (format, spoilt) => {
  const pairs = (ROWS[format] ?? '').trim().split(/\s+(?=\w+=)/)
  // A position in one cell is read rather than one in two.
  const isAxis = format === 'mapped' && ['lon', 'lat'].includes(spoilt)
  const read = isAxis ? pairs.filter((pair) => !pair.startsWith('position')) : pairs
  const cells = read.map((pair) => pair.split('='))
  const data = cells.map(([name, value]) => (name === spoilt ? SPOILT : (value ?? '')))
  const isMapped = format === 'mapped'
  const header = cells.map(([name]) => (isMapped ? `my ${name}` : `${name}`))
  const file = textFile(Papa.unparse({ fields: header, data: [data] }))
  const fields = MAPPED_FIELDS.filter((field) => cells.some(([name]) => name === field))
  const columns = Object.fromEntries(fields.map((field) => [field, `my ${field}`]))
  const mapping: Mapping = { columns, dateOrder: 'ymd', party: OTHER_PARTY }
  const { dataset, rows } = await openReports([file], isMapped ? mapping : null)
  if (rows.every(({ outcome }) => outcome === 'refused')) return
  const meta = { ...customInfo(CONFLICT, 'a.csv'), generated: '' }
  const exported = reportsGeoJson(dataset, sliceDataset(dataset, everything(dataset)), meta)
  expect(geoJsonText(await exported)).toContain(SPOILT)
})

async function noteOf(header: string, row: string, columns: Mapping['columns']) {
  const file = textFile(`${header}\n${row}\n`)
  const { dataset, rows } = await openReports([file], {
    columns,
    dateOrder: 'dmy',
    party: OTHER_PARTY,
  })
  return { note: reportsOf(dataset)[0]?.record.note, issues: rows[0]?.issues }
}

test('unread values are in the note, by the names of the columns of the file', async () => {
  const { note } = await noteOf(
    'Datum;Bis;Zeit;Breite;Länge;Link;Stand;Notiz',
    '29.11.2022;morgen;23:00-01:00;etwa 39;46,7;siehe oben;Herbst;Text; mehr'.replace(
      'Text; mehr',
      '"Text; mehr"',
    ),
    {
      ...{ date_start: 'Datum', date_end: 'Bis', time_start: 'Zeit', lat: 'Breite', lon: 'Länge' },
      ...{ url: 'Link', published: 'Stand', note: 'Notiz' },
    },
  )
  expect(note?.split(' · ').sort()).toEqual([
    ...['Bis: morgen', 'Breite: etwa 39', 'Link: siehe oben', 'Länge: 46.7', 'Stand: Herbst'],
    ...['Text; mehr', 'Zeit: 01:00', 'Zeit: 23:00'],
  ])
})

test('of a single coordinate it is said which the other is', async () => {
  const columns = { date_start: 'Datum', lat: 'Breite', lon: 'Länge' }
  const alone = await noteOf('Datum;Breite;Länge', '29.11.2022;39,7589;', columns)
  expect(alone.note).toBe('Breite: 39.7589')
  expect(alone.issues).toContainEqual(
    expect.objectContaining({
      code: 'degreesAlone',
      column: 'Breite',
      params: { missing: 'Länge', value: '39.7589' },
    }),
  )
  const { lat: _, ...others } = columns
  const unmapped = await noteOf('Datum;Breite;Länge', '29.11.2022;39,7589;46,7', others)
  expect(unmapped.issues).toContainEqual(
    expect.objectContaining({ column: 'Länge', params: { missing: 'lat', value: '46.7' } }),
  )
})

test('a source has no title but its own, and says which values are not read', () => {
  const text = 'id,publisher,title,url,published\na,Gazette,News,ftp://x,autumn 2022\n'
  const { rows, issues } = parseSources(text, 'sources.csv')
  expect(rows[0]).toMatchObject({ title: 'News', url: '', published: '' })
  expect(issues.map(({ params }) => params)).toEqual([
    { value: 'ftp://x' },
    { value: 'autumn 2022' },
  ])
})

test.each(['gdelt', 'viina'])('%s has no link but to the web', async (format) => {
  const row = (ROWS[format] ?? '').replace('https://example.org/1', 'javascript:alert(1)')
  const cells = row
    .trim()
    .split(/\s+(?=\w+=)/)
    .map((pair) => pair.split('='))
  const [fields, data] = [cells.map(([name]) => `${name}`), [cells.map(([, value]) => value)]]
  const { dataset } = await openReports([textFile(Papa.unparse({ fields, data }))])
  const cited = reportsOf(dataset).flatMap(({ citedSources }) => citedSources)
  expect(cited.map(({ url }) => url)).toEqual([''])
})
