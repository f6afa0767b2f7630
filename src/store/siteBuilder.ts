import type { Position } from '../model/place'
import { Growing, GrowingFloats } from './builders'
import type { Spots } from './dataset'

/** Spots with each name written once: that of spot s is `names[nameCode[s]]`. */
export interface SpotColumns extends Pick<Spots, 'lon' | 'lat' | 'area'> {
  readonly names: readonly string[]
  readonly nameCode: Int32Array
}

/** Collects the points that reports are known to, each position once. */
export class SpotBuilder {
  private readonly lon = new GrowingFloats()
  private readonly lat = new GrowingFloats()
  private readonly area = new Growing()
  private readonly nameOf = new Growing()
  private readonly names: string[] = []
  private readonly codes = new Map<string, number>()
  private readonly places = new Map<number, number>()

  /** The spot at a position; positions that are written alike with five decimals (a metre) are one. */
  find([lon, lat]: Position, area: number, name: string): number {
    const key = Math.round((lon + 180) * 1e5) * 18_000_001 + Math.round((lat + 90) * 1e5)
    const known = this.places.get(key)
    if (known !== undefined) return known
    const spot = this.lon.length
    this.places.set(key, spot)
    this.lon.push(lon)
    this.lat.push(lat)
    this.area.push(area)
    let code = this.codes.get(name)
    if (code === undefined) {
      code = this.names.push(name) - 1
      this.codes.set(name, code)
    }
    this.nameOf.push(code)
    return spot
  }

  /** The spots in the order in which rows name them, whatever the order of the file; the rows are told the new numbers. */
  inOrderOf(rows: Int32Array): SpotColumns {
    const newPlace = new Int32Array(this.lon.length).fill(-1)
    const order = new Int32Array(this.lon.length)
    let length = 0
    for (let at = 0; at < rows.length; at++) {
      const spot = rows[at] ?? 0
      if (newPlace[spot] === -1) {
        newPlace[spot] = length
        order[length++] = spot
      }
      rows[at] = newPlace[spot] ?? 0
    }
    const shown = order.subarray(0, length)
    return {
      lon: this.lon.picked(shown),
      lat: this.lat.picked(shown),
      area: this.area.picked(shown, Uint16Array),
      names: this.names,
      nameCode: this.nameOf.picked(shown, Int32Array),
    }
  }
}

/** The spots of a dataset out of their columns. */
export function spotsOf({ names, nameCode, ...points }: SpotColumns): Spots {
  const { length } = nameCode
  return { ...points, length, names: { length, at: (spot) => names[nameCode[spot] ?? -1] } }
}
