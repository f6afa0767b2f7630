import { copyText } from '../model/memoize'
import type { Position } from '../model/place'
import { pick } from './builders'
import type { Sites } from './dataset'

/** Sites with each name written once: that of site s is `names[nameCode[s]]`. */
export interface SiteColumns extends Pick<Sites, 'lon' | 'lat' | 'area'> {
  readonly names: readonly string[]
  readonly nameCode: Int32Array
}

/** Positions that are equal to five decimals (a metre) are one site. */
export function siteKey([lon, lat]: Position): number {
  return Math.round((lon + 180) * 1e5) * 18_000_001 + Math.round((lat + 90) * 1e5)
}

/** Collects the points that reports are known to, each position once. */
export class SiteBuilder {
  private readonly lon: number[] = []
  private readonly lat: number[] = []
  private readonly area: number[] = []
  private readonly nameOf: number[] = []
  private readonly names: string[] = []
  private readonly codes = new Map<string, number>()
  private readonly places = new Map<number, number>()

  /** The site at a position. */
  find(position: Position, area: number, name: string): number {
    const key = siteKey(position)
    const [lon, lat] = position
    const known = this.places.get(key)
    if (known !== undefined) return known
    const site = this.lon.length
    this.places.set(key, site)
    this.lon.push(lon)
    this.lat.push(lat)
    this.area.push(area)
    let code = this.codes.get(name)
    if (code === undefined) {
      const own = copyText(name)
      code = this.names.push(own) - 1
      this.codes.set(own, code)
    }
    this.nameOf.push(code)
    return site
  }

  /**
   * The sites in the order in which `rows` has them; `rows` gets their new numbers, and sites the
   * indices of their areas.
   */
  inOrderOf(rows: Int32Array, areaOf: (code: number) => number): SiteColumns {
    const newPlace = new Int32Array(this.lon.length).fill(-1)
    const order = new Int32Array(this.lon.length)
    let length = 0
    for (let at = 0; at < rows.length; at++) {
      const site = rows[at] ?? 0
      if (newPlace[site] === -1) {
        newPlace[site] = length
        order[length++] = site
      }
      rows[at] = newPlace[site] ?? 0
    }
    const shown = order.subarray(0, length)
    return {
      lon: pick(this.lon, shown, Float64Array),
      lat: pick(this.lat, shown, Float64Array),
      area: pick(this.area, shown, Uint16Array).map(areaOf),
      names: this.names,
      nameCode: pick(this.nameOf, shown, Int32Array),
    }
  }
}

export function buildSites({ names, nameCode, ...points }: SiteColumns): Sites {
  const { length } = nameCode
  return { ...points, length, names: { length, at: (site) => names[nameCode[site] ?? -1] } }
}
