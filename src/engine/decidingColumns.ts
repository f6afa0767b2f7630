import type { WordList } from '../open/fileVocabulary'
import { columnFinder } from '../read/cells'
import type { FormatId, Mapping } from '../read/format'

/** What a group of columns decides by itself, whatever is in the others. */
export const GROUPS = ['time', 'place', 'by', 'accused', 'kind', 'figures'] as const
export type Group = (typeof GROUPS)[number]

/** The columns of a file that decide what becomes of a row: indices in the header. */
export interface DecidingColumns {
  /** -1 where rows are called by their numbers. */
  readonly id: number
  /** Rows without an id are called by their numbers. */
  readonly makesIds: boolean
  /** Longitude, latitude, and both in one cell; -1 for none. */
  readonly point: { readonly lon: number; readonly lat: number; readonly both: number }
  readonly groups: Readonly<Record<Group, readonly number[]>>
  /** The columns with words of each list. */
  readonly words: Readonly<Record<WordList, readonly number[]>>
  /** Cells with which a row is a report, and its coordinates are read. */
  readonly sample: ReadonlyMap<number, string>
}

/** Columns by name; of several names separated by `|`, the first there is. */
type Names = readonly string[]
interface NamedColumns {
  readonly id: string
  readonly lon?: string
  readonly lat?: string
  readonly time: Names
  readonly place: Names
  readonly figures: Names
  /** Columns of words where a file has a vocabulary of its own. */
  readonly words: Readonly<Record<WordList, Names>>
  /** The columns that party, accused and kind are found by where its words are the conflict's. */
  readonly claims: Readonly<Record<'by' | 'accused' | 'kind', Names>>
  readonly sample: Readonly<Record<string, string>>
}

const DAY = '2020-01-06'

/** The columns that the translators of src/read read for each group. */
const COLUMNS: Readonly<Partial<Record<FormatId, NamedColumns>>> = {
  acled: {
    id: 'event_id_cnty',
    lon: 'longitude|lon',
    lat: 'latitude|lat',
    time: ['event_date', 'time_precision'],
    place: ['geo_precision', 'location', 'admin1', 'admin2', 'country'],
    figures: ['fatalities'],
    words: {
      parties: ['actor1'],
      accused: ['actor2'],
      kinds: ['event_type'],
      weapons: ['sub_event_type'],
    },
    claims: { by: ['source'], accused: ['event_type', 'actor1'], kind: ['sub_event_type'] },
    sample: { event_date: DAY, geo_precision: '1' },
  },
  ucdp: {
    id: 'id',
    lon: 'longitude|lon',
    lat: 'latitude|lat',
    time: ['date_start', 'date_end', 'date_prec'],
    place: ['where_prec', 'where_coordinates', 'adm_1', 'adm_2', 'country'],
    figures: ['best'],
    words: {
      parties: ['side_a'],
      accused: ['side_b'],
      kinds: ['type_of_violence'],
      weapons: [],
    },
    claims: {
      by: ['source_original'],
      accused: ['type_of_violence', 'side_a'],
      kind: ['type_of_violence'],
    },
    sample: { date_start: DAY, where_prec: '1' },
  },
  viina: {
    id: 'event_id',
    lon: 'longitude',
    lat: 'latitude',
    time: ['date'],
    place: ['geo_precision', 'feature_code', 'asciiname', 'adm1_name', 'adm2_name'],
    figures: [],
    words: {
      parties: ['source'],
      accused: [],
      kinds: ['t_firefight_b', 't_artillery_b', 't_uav_b', 't_ied_b'],
      weapons: [],
    },
    claims: {
      by: ['source'],
      accused: [],
      kind: ['t_firefight_b', 't_artillery_b', 't_uav_b', 't_ied_b'],
    },
    sample: { date: DAY },
  },
  gdelt: {
    id: 'globaleventid',
    lon: 'actiongeo_long',
    lat: 'actiongeo_lat',
    time: ['sqldate|day'],
    place: ['actiongeo_type', 'actiongeo_fullname'],
    figures: [],
    words: {
      parties: ['actor1name'],
      accused: ['actor2name'],
      kinds: ['eventrootcode'],
      weapons: [],
    },
    claims: { by: [], accused: [], kind: ['eventcode'] },
    sample: { 'sqldate|day': DAY, actiongeo_type: '4' },
  },
  gtd: {
    id: 'eventid',
    lon: 'longitude',
    lat: 'latitude',
    time: ['iyear', 'imonth', 'iday'],
    place: ['specificity', 'vicinity', 'city', 'provstate', 'country_txt'],
    figures: ['nkill', 'nwound'],
    words: {
      parties: ['gname'],
      accused: ['targtype1_txt'],
      kinds: ['attacktype1_txt'],
      weapons: ['weaptype1_txt'],
    },
    claims: { by: [], accused: ['gname'], kind: ['weaptype1_txt'] },
    sample: { iyear: '2020', imonth: '1', iday: '6', specificity: '1' },
  },
  aggregated: {
    id: '',
    time: ['week', 'reference_period_start', 'reference_period_end', 'year', 'month'],
    place: [
      'admin1|provider_admin1_name|admin1_name',
      'admin2|provider_admin2_name|admin2_name',
      'admin1_pcode|admin1_code',
      'admin2_pcode|admin2_code',
      'country|location_code',
    ],
    figures: ['events', 'fatalities'],
    words: {
      parties: ['country|location_code'],
      accused: [],
      kinds: ['event_type'],
      weapons: [],
    },
    claims: { by: [], accused: [], kind: [] },
    sample: {
      events: '1',
      week: DAY,
      reference_period_start: DAY,
      reference_period_end: DAY,
      year: '2020',
      month: '1',
    },
  },
}

/** The columns that decide in a file of a format; null for a format that is read whole. */
export function findDecidingColumns(
  format: FormatId,
  header: readonly string[],
  mapping: Mapping | null,
  hasOwnWords: boolean,
): DecidingColumns | null {
  const named = mapping ? mappedColumns(mapping) : COLUMNS[format]
  if (!named) return null
  const findNamed = mapping ? (name: string) => header.indexOf(name) : columnFinder(header)
  const find = (name: string) => (name === '' ? -1 : findNamed(name))
  const all = (names: Names) => names.map(find).filter((index) => index !== -1)
  const { id, lon = '', lat = '', time, place, figures, words, claims, sample } = named
  const { parties, accused, kinds, weapons } = words
  const ofWords = { by: parties, accused, kind: [...kinds, ...weapons] }
  const { by, accused: against, kind } = hasOwnWords ? ofWords : claims
  const both = mapping?.columns.position
  return {
    id: find(id),
    makesIds: id === '' || mapping !== null,
    point: { lon: find(lon), lat: find(lat), both: both === undefined ? -1 : find(both) },
    groups: {
      time: all(time),
      place: all(place),
      by: all(by),
      accused: all(against),
      kind: all(kind),
      figures: all(figures),
    },
    words: {
      parties: all(parties),
      accused: all(accused),
      kinds: all(kinds),
      weapons: all(weapons),
    },
    sample: new Map(
      Object.entries(sample)
        .map(([name, text]) => [find(name), text] as const)
        .filter(([index]) => index !== -1),
    ),
  }
}

function mappedColumns({ columns }: Mapping): NamedColumns {
  const chosen = (...fields: readonly (keyof Mapping['columns'])[]) =>
    fields.flatMap((field) => columns[field] ?? [])
  const words = {
    parties: chosen('reported_by'),
    accused: chosen('accused_as_worded'),
    kinds: chosen('kind'),
    weapons: chosen('weapons'),
  }
  const { date_start, year, month, day } = columns
  return {
    id: columns.id ?? '',
    lon: columns.lon ?? '',
    lat: columns.lat ?? '',
    time: chosen('date_start', 'date_end', 'year', 'month', 'day', 'time_start'),
    place: chosen('place', 'areas', 'area_code', 'settlements'),
    figures: chosen('killed', 'wounded'),
    words,
    claims: {
      by: words.parties,
      accused: words.accused,
      kind: [...words.kinds, ...words.weapons],
    },
    sample: {
      ...(date_start !== undefined && { [date_start]: DAY }),
      ...(year !== undefined && { [year]: '2020' }),
      ...(month !== undefined && { [month]: '1' }),
      ...(day !== undefined && { [day]: '6' }),
    },
  }
}
