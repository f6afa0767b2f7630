import { map as texts } from '../messages/map'
import { totalOf } from '../query/classes'
import type { Colouring, GroupCounts } from '../query/counts'
import { addTo, COLOURED_FACET, type MutableCounts, noneOf, sumGroups } from '../query/groups'
import type { Slice } from '../query/slice'
import type { Dataset, Sites } from '../store/dataset'
import { countText, diamondRadius } from './markPicture'
import { type Mark, type MarkValues, UNMOVED } from './marks'
import { markWords } from './markWords'
import { orderNames } from './nameForms'

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

/** A settlement that reports of the slice name. */
export interface SitePlace {
  readonly mark: Mark
  /** Empty where its district has the same name. */
  readonly name: string
  /** Reports in the slice. */
  readonly count: number
}

/** The settlements that reports of the slice name, whatever the number of reports. */
export function placeSites(values: MarkValues): SitePlace[] {
  const { dataset, slice, colouring } = values
  return [...tally(dataset, slice, colouring)].flatMap(([site, { groups, row }]) => {
    const mark = settlementMark(values, site, groups, row)
    if (!mark) return []
    const name = dataset.sites.names.at(site) ?? ''
    const count = totalOf(sumGroups(groups))
    return [{ mark, name: name === dataset.areas.get(mark.area)?.name ? '' : name, count }]
  })
}

/** The mark of a settlement, `row` being one of its reports; null where its district is unknown. */
export function settlementMark(
  { dataset, colouring, lang }: Omit<MarkValues, 'slice'>,
  site: number,
  groups: GroupCounts,
  row: number,
): Mark | null {
  const { sites, areaIds } = dataset
  const area = areaIds[sites.area[site] ?? -1]
  if (area === undefined) return null
  const name = sites.names.at(site) ?? ''
  const count = sumGroups(groups)
  const total = totalOf(count)
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
    offsets: UNMOVED,
    area,
    incident: total === 1 ? (dataset.incidents.at(row)?.id ?? null) : null,
    label,
    order: `${district?.name ?? area}, ${name}`,
    picture: { shape: 'diamond', ...groups, radius: diamondRadius(text), text },
  }
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
