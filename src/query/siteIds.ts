import type { Dataset, Sites } from '../store/dataset'

/** The id of a site, `lon,lat`: the same wherever its reports are read from. */
export function formatSiteId({ lon, lat }: Sites, site: number): string {
  return `${lon[site]},${lat[site]}`
}

/** The site with an id, as an index into Dataset.sites; -1 if there is none. */
export function findSite({ lon, lat, length }: Sites, id: string): number {
  const [wantedLon, wantedLat] = id.split(',').map(Number)
  for (let site = 0; site < length; site++) {
    if (lon[site] === wantedLon && lat[site] === wantedLat) return site
  }
  return -1
}

/** The sites that a report names; none for a row that is not there. */
export function findSiteIds({ sites, columns }: Dataset, row: number): string[] {
  const own = columns.siteIndex.subarray(columns.siteOffset[row] ?? 0, columns.siteOffset[row + 1])
  return row < columns.length ? Array.from(own, (site) => formatSiteId(sites, site)) : []
}
