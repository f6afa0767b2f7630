import type { FeatureCollection } from 'geojson'
import type { MarkPicture } from '../../src/figure/markPicture'
import type { Mark } from '../../src/figure/marks'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { MapValues } from '../../src/map/mapHandle'
import type { Sources } from '../../src/map/style/groundSource'
import type { Day } from '../../src/model/day'
import { GROUND } from '../../src/model/ground'
import type { AreaId } from '../../src/model/ids'
import { unfiltered } from '../../src/query/conditions'
import type { Slice } from '../../src/query/slice'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { CONFLICT } from '../support/conflict'
import { everything, smallDataset } from '../support/fixtures'
import { box } from '../support/shapes'

/** 29 November 2022, the day of reports that name none. */
export const DAY = 19325 as Day

export const areaId = (id: string) => id as AreaId

/** A square round a point. */
function district(id: string, name: string, focus: boolean, [lon, lat]: [number, number]) {
  return {
    type: 'Feature' as const,
    id,
    properties: { id, name, kind: 'district', country: 'AZ', focus, label: [lon, lat] },
    geometry: {
      type: 'Polygon' as const,
      coordinates: [box(lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1)],
    },
  }
}

/** Two focus districts of tests/support/fixtures.ts, and one that no report names. */
export const DISTRICTS: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    district('shusha', 'Shusha', true, [46.65, 39.71]),
    district('aghdam', 'Aghdam', true, [46.95, 40.06]),
    district('quiet', 'Quiet', false, [47.5, 40.5]),
  ],
}

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

export const SOURCES_LOADED: Sources = {
  credits: CONFLICT.mapCredits ?? {},
  districts: DISTRICTS,
  ground: Object.fromEntries(GROUND.map((name) => [name, EMPTY])),
}

/** Three reports: two in Aghdam, of them one at Yellija and one of Armenia's, and one over two days in Shusha. */
export function dataset(): JoinedDataset {
  return smallDataset([
    { id: 'a', areas: 'Aghdam', settlements: 'Yellija' },
    { id: 'b', areas: 'Aghdam', reporting_party: 'Armenia' },
    { id: 'c', areas: 'Shusha', date_end: '2022-11-30', time_precision: 'days' },
  ])
}

/** The reports of 29 November: those of one day certain, the others possible. */
export function sliceOfDay(data: Dataset, day = DAY): Slice {
  return sliceDataset(data, unfiltered({ from: day, to: day }))
}

export function sliceOfAll(data: Dataset): Slice {
  return sliceDataset(data, everything(data))
}

export function values(data: Dataset, slice = sliceOfDay(data)): MapValues {
  return {
    dataset: data,
    slice,
    colouring: 'party',
    selection: null,
    hovered: null,
    theme: 'light',
    lang: data.conflict.languages[0].id,
    base: 'embedded',
    hidden: new Set(),
    directions: false,
    still: true,
  }
}

/** A ring, unless its picture says otherwise. */
export function markOf(id: string, picture: Partial<MarkPicture> = {}): Mark {
  return {
    id,
    at: [0, 0],
    offset: [0, 0],
    area: areaId('aghdam'),
    site: null,
    incident: null,
    label: () => '',
    order: '',
    picture: {
      shape: 'ring',
      certain: [3, 0, 1],
      possible: [0, 1, 0],
      radius: 20,
      text: '5',
      ...picture,
    },
  }
}
