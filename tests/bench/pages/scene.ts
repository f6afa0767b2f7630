import { minIndex } from 'd3-array'
import type { FeatureCollection } from 'geojson'
import { readDistricts } from '../../../src/figure/shading'
import type { Day, DayRange } from '../../../src/model/day'
import { NOTHING_CHOSEN } from '../../../src/model/facets'
import type { Area } from '../../../src/model/place'
import type { Incident } from '../../../src/model/report'
import { failedConditions, unfiltered } from '../../../src/query/conditions'
import type { Slice } from '../../../src/query/slice'
import { sliceDataset } from '../../../src/query/sliceDataset'
import type { Dataset } from '../../../src/store/dataset'
import { mulberry32 } from '../random'
import { syntheticDataset } from '../synthetic'

const CENTRES = 60
const NO_NAMES = { az: '', hy: '', ru: '' }

/** A dataset with the filters that are pressed, as the page holds them. */
export interface Scene {
  readonly dataset: Dataset
  readonly span: DayRange
  sliceOf(window: DayRange): Slice
}

/** The filters are judged once: the page does not judge them again when the window moves. */
export function readScene(rows: number, polygons: FeatureCollection, by: readonly string[]): Scene {
  const dataset = datasetOn(polygons, rows)
  const span = dataset.span ?? { from: 0 as Day, to: 0 as Day }
  const filter = { ...unfiltered(span), chosen: { ...NOTHING_CHOSEN, by: new Set(by) } }
  const fails = failedConditions(dataset, filter)
  return { dataset, span, sliceOf: (window) => sliceDataset(dataset, { ...filter, window }, fails) }
}

/**
 * The synthetic dataset on the districts of the site: half of the points lie round some places, as reports do, the others
 * anywhere; each is counted in the district whose label is nearest.
 */
function datasetOn(polygons: FeatureCollection, rows: number): Dataset {
  const random = mulberry32(7)
  const dataset = syntheticDataset(rows)
  const { sites, columns } = dataset
  const districts = readDistricts(polygons)
  const centres = Array.from({ length: CENTRES }, () => {
    const near = districts[Math.floor(random() * districts.length)]?.label ?? [46, 40]
    return [near[0] + random() - 0.5, near[1] + random() / 2 - 0.25] as const
  })
  const [lon, lat] = [sites.lon.slice(), sites.lat.slice()]
  for (let site = 0; site < sites.length; site += 2) {
    const centre = centres[Math.floor(random() ** 2 * CENTRES)]
    const [away, turn] = [Math.sqrt(-2 * Math.log(1 - random())) * 0.12, random() * 2 * Math.PI]
    lon[site] = (centre?.[0] ?? 46) + away * Math.cos(turn)
    lat[site] = (centre?.[1] ?? 40) + away * Math.sin(turn)
  }
  const area = Uint16Array.from(lon, (x, site) =>
    minIndex(districts, ({ label }) => (label[0] - x) ** 2 + (label[1] - (lat[site] ?? 0)) ** 2),
  )
  const areas = districts.map(
    ({ id, name, label }): Area => ({ id, name, names: NO_NAMES, kind: 'district', label }),
  )
  return {
    ...dataset,
    // Only what a picked report is asked for.
    incidents: {
      length: rows,
      at: (row) => ({ id: `r${row}`, locations: [] }) as unknown as Incident,
    },
    rowOf: { get: (id) => Number(id.slice(1)) },
    columns: {
      ...columns,
      areaOffset: columns.siteOffset,
      areaIndex: area,
      areaApproximate: new Uint8Array(rows),
    },
    areas: new Map(areas.map((each) => [each.id, each])),
    areaIds: areas.map(({ id }) => id),
    sites: { ...sites, lon, lat, area },
  }
}
