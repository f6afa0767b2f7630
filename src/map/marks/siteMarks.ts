import type { Feature, Point } from 'geojson'
import { countText, diamondRadius } from '../../figure/markPicture'
import { markWords } from '../../figure/markWords'
import { orderNames } from '../../figure/nameForms'
import { map as texts } from '../../messages/map'
import type { IncidentId } from '../../model/ids'
import type { Colouring, GroupCounts } from '../../query/counts'
import { addTo, COLOURED_FACET, type MutableCounts, noneOf } from '../../query/groups'
import type { Slice } from '../../query/slice'
import type { Dataset, Sites } from '../../store/dataset'
import type { MapValues } from '../mapHandle'
import { byOrder, collectionOf, type Mark, type MarkedPoints } from './marks'
import { roomProperties, UNMOVED } from './offsets'

/** The id of a site's mark: the same wherever its report is read from. */
function formatSiteId({ lon, lat }: Sites, site: number): string {
  return `site:${lon[site]},${lat[site]}`
}

/** The sites that a report names; none for a row that is not there. */
export function findSiteIds({ sites, columns }: Dataset, row: number): string[] {
  const own = columns.siteIndex.subarray(columns.siteOffset[row] ?? 0, columns.siteOffset[row + 1])
  return row < columns.length ? Array.from(own, (site) => formatSiteId(sites, site)) : []
}

interface Tally {
  readonly groups: MutableCounts
  /** One of its rows: the only one where it has one report. */
  readonly row: number
}

type SiteValues = Pick<MapValues, 'dataset' | 'slice' | 'colouring' | 'lang'>

/** One mark for each settlement that a report of the slice names, whatever the number of reports. */
export function sitePoints(values: SiteValues): MarkedPoints {
  const { dataset, slice, colouring } = values
  const { sites } = dataset
  const found = [...tally(dataset, slice, colouring)].flatMap(([site, { groups, row }]) => {
    const mark = settlementMark(values, site, groups, row)
    return mark ? [{ mark, site, groups }] : []
  })
  const points = () =>
    collectionOf(
      found.map(({ mark: { id, at, area, picture }, site, groups }): Feature<Point> => {
        const name = sites.names.at(site) ?? ''
        const properties = {
          id,
          // A town's own district goes by the same name.
          name: name === dataset.areas.get(area)?.name ? '' : name,
          ...roomProperties(picture, UNMOVED),
          radius: picture.radius,
          sort: -sum(groups.certain) - sum(groups.possible),
        }
        return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...at] } }
      }),
    )
  return { marks: found.map(({ mark }) => mark).sort(byOrder), points }
}

/** The mark of one settlement with so many reports, of which `row` is one; null where its district is not known. */
export function settlementMark(
  { dataset, colouring, lang }: Omit<SiteValues, 'slice'>,
  site: number,
  groups: GroupCounts,
  row: number,
): Mark | null {
  const { sites, areaIds } = dataset
  const area = areaIds[sites.area[site] ?? -1]
  if (area === undefined) return null
  const name = sites.names.at(site) ?? ''
  const count = { certain: sum(groups.certain), possible: sum(groups.possible) }
  const total = count.certain + count.possible
  const text = total === 1 ? '' : countText(count.certain, count.possible)
  const district = dataset.areas.get(area)
  const near = district ? orderNames(district, lang, '', dataset.conflict).lead : area
  const label = () => {
    const counts = markWords(count, groups, dataset.conflict, colouring)
    return name === ''
      ? texts.settlementUnnamed({ district: near, counts })
      : texts.settlement({ name, district: near, counts })
  }
  return {
    id: formatSiteId(sites, site),
    at: [sites.lon[site] ?? 0, sites.lat[site] ?? 0],
    shifts: UNMOVED,
    area,
    incident: total === 1 ? incidentAt(dataset, row) : null,
    label,
    order: `${district?.name ?? area}, ${name}`,
    picture: { shape: 'diamond', ...groups, radius: diamondRadius(text), text },
  }
}

function incidentAt(dataset: Dataset, row: number): IncidentId | null {
  return dataset.incidents.at(row)?.id ?? null
}

function tally(
  { columns, conflict }: Dataset,
  slice: Slice,
  colouring: Colouring,
): Map<number, Tally> {
  const tallies = new Map<number, Tally>()
  slice.rows.forEach((row, position) => {
    const end = columns.siteOffset[row + 1] ?? 0
    for (let at = columns.siteOffset[row] ?? 0; at < end; at++) {
      const site = columns.siteIndex[at] ?? -1
      let own = tallies.get(site)
      if (!own) {
        own = { groups: noneOf(conflict, colouring), row }
        tallies.set(site, own)
      }
      addTo(
        own.groups,
        columns.codes[COLOURED_FACET[colouring]][row],
        slice.certain[position] === 1,
      )
    }
  })
  return tallies
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
