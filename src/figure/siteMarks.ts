import { map as texts } from '../messages/compiled/map'
import type { AreaId } from '../model/ids'
import { totalOf } from '../query/classes'
import { countOnFile, countSites, type SiteCount } from '../query/countSites'
import { sumGroups } from '../query/groups'
import { formatSiteId } from '../query/siteIds'
import type { Dataset } from '../store/dataset'
import { MAX_ZOOM } from './camera'
import { avoid } from './layout/avoid'
import { bundle } from './layout/bundle'
import { countText, diamondRadius } from './markPicture'
import { findCircles, type Mark, type MarkValues } from './marks'
import { markWords } from './markWords'
import { districtWords } from './nameForms'

/** A settlement that reports of the slice name, or several that are one mark. */
export interface SitePlace {
  readonly mark: Mark
  /** Empty for several settlements, and where the district has the same name. */
  readonly name: string
  /** Reports in the slice. */
  readonly count: number
}

/**
 * The settlements that reports of the slice name. Those whose marks would cover each other at a
 * zoom are one mark, at the settlement with the most reports on file, whatever the slice.
 */
export function placeSites(values: MarkValues, zoom: number): SitePlace[] {
  const { dataset, slice, colouring } = values
  const onFile = countOnFile(dataset)
  const rankOf = ({ site }: Single) => onFile[site] ?? 0
  const singles = countSites(dataset, slice, colouring)
    .flatMap((count) => placeSite(values, count))
    .sort((a, b) => rankOf(b) - rankOf(a) || a.site - b.site)
  if (zoom >= MAX_ZOOM) return moveApart(singles, zoom)

  const bundles = bundle(findCircles(singles.map(({ mark }) => mark)), zoom)
  // Sites that have no mark are not counted, whatever their key.
  const bundleOf = new Int32Array(dataset.sites.length).fill(bundles.length)
  bundles.forEach((indices, own) => {
    for (const index of indices) bundleOf[singles[index]?.site ?? -1] = own
  })
  const counts = countSites(dataset, slice, colouring, bundleOf)
  return bundles.flatMap((indices, own) => {
    const members = indices.flatMap((index) => singles[index] ?? [])
    const [first] = members
    const count = counts[own]
    if (!first || !count) return []
    return members.length === 1 ? first : bundleSites(values, first, members, count)
  })
}

/** Closer than this the map does not come: places within some 100 m stay next to each other. */
function moveApart(singles: readonly Single[], zoom: number): Single[] {
  const circles = findCircles(singles.map(({ mark }) => mark))
  const offsets = avoid(circles, [], [], zoom)
  return singles.map((single, at) => ({
    ...single,
    mark: { ...single.mark, offset: offsets[at] ?? [0, 0] },
  }))
}

interface Single extends SitePlace {
  readonly site: number
}

function placeSite(values: MarkValues, count: SiteCount): Single {
  const { dataset } = values
  const { site, groups, row } = count
  const mark = settlementMark(values, site, groups, row)
  const name = dataset.sites.names.at(site) ?? ''
  return {
    site,
    mark,
    name: name === nameOfArea(dataset, mark.area) ? '' : name,
    count: totalOf(sumGroups(groups)),
  }
}

/** One mark for several settlements. It keeps the id of the first, and with it the focus. */
function bundleSites(
  { dataset, colouring, lang }: MarkValues,
  { site, mark }: Single,
  members: readonly Single[],
  { groups }: SiteCount,
): SitePlace {
  const count = sumGroups(groups)
  const label = () =>
    texts.settlements({
      n: members.length,
      name: dataset.sites.names.at(site) ?? '',
      ...districtWords(dataset, mark.area, lang),
      counts: markWords(count, groups, dataset.conflict, colouring),
    })
  const text = countText(count.certain, count.possible)
  return {
    mark: {
      ...mark,
      site: null,
      incident: null,
      parts: members.map((member) => member.mark.id),
      zoomsIn: true,
      label,
      picture: { shape: 'stack', ...groups, radius: diamondRadius(text), text },
    },
    name: '',
    count: totalOf(count),
  }
}

/** The mark of a settlement, `row` being one of its reports. */
export function settlementMark(
  { dataset, colouring, lang }: Omit<MarkValues, 'slice'>,
  site: number,
  groups: SiteCount['groups'],
  row: number,
): Mark {
  const { sites, areaIds } = dataset
  const area = areaIds[sites.area[site] ?? -1] ?? null
  const name = sites.names.at(site) ?? ''
  const count = sumGroups(groups)
  const total = totalOf(count)
  const text = total === 1 ? '' : countText(count.certain, count.possible)
  const label = () => {
    const where = districtWords(dataset, area, lang)
    const counts = markWords(count, groups, dataset.conflict, colouring)
    return name === ''
      ? texts.settlementUnnamed({ ...where, counts })
      : texts.settlement({ name, ...where, counts })
  }
  const id = formatSiteId(sites, site)
  return {
    id,
    at: [sites.lon[site] ?? 0, sites.lat[site] ?? 0],
    offset: [0, 0],
    area,
    site: id,
    incident: total === 1 ? (dataset.incidents.at(row)?.id ?? null) : null,
    label,
    order: `${nameOfArea(dataset, area)}, ${name}`,
    picture: { shape: 'diamond', ...groups, radius: diamondRadius(text), text },
  }
}

/** The English name of an area, for orders; empty where there is none. */
export function nameOfArea({ areas }: Pick<Dataset, 'areas'>, id: AreaId | null): string {
  return id === null ? '' : (areas.get(id)?.name ?? id)
}
