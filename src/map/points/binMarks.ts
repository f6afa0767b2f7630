import { MercatorCoordinate } from 'maplibre-gl'
import { avoid, levelAt, type Obstacle } from '../../figure/avoid'
import { binRadius, countText } from '../../figure/markPicture'
import { findCircles, type Mark, UNMOVED } from '../../figure/marks'
import { markWords } from '../../figure/markWords'
import { orderNames } from '../../figure/nameForms'
import { settlementMark } from '../../figure/siteMarks'
import { map as texts } from '../../messages/map'
import { totalOf } from '../../query/classes'
import type { MapValues } from '../mapHandle'
import { type MarkedPoints, toCollection, toPoint } from '../namePoints'
import { roomProperties } from '../style/nameAnchors'
import type { Frame } from './frame'
import type { Bin } from './pointBins'

/** Discs that cover a name of usual length under a ring, px. */
const NAME = { radius: 9, below: 13, along: [-40, -20, 0, 20, 40] } as const

/**
 * Bins as marks: each with the number of its reports, which opens by zooming in. A bin of one settlement is that
 * settlement's mark.
 */
export function binMarks(bins: readonly Bin[], values: MapValues): Mark[] {
  const { dataset, colouring, lang } = values
  const greatest = Math.max(...bins.map(({ count }) => totalOf(count)))
  return bins.flatMap(({ id, groups, count, x, y, site, row, isOneSite }): Mark[] => {
    if (isOneSite) {
      const settlement = settlementMark(values, site, groups, row)
      return settlement ? [settlement] : []
    }
    const area = dataset.areaIds[dataset.sites.area[site] ?? -1]
    if (area === undefined) return []
    const { lng, lat } = new MercatorCoordinate(x, y).toLngLat()
    const text = countText(count.certain, count.possible)
    const radius = binRadius(totalOf(count), greatest)
    const district = dataset.areas.get(area)
    const near = district ? orderNames(district, lang, '', dataset.conflict).lead : area
    const mark: Mark = {
      id,
      at: [lng, lat],
      offsets: UNMOVED,
      area,
      incident: null,
      zoomsIn: true,
      label: () =>
        texts.around({
          district: near,
          counts: markWords(count, groups, dataset.conflict, colouring),
        }),
      order: `${district?.name ?? area}, ${id}`,
      picture: { shape: 'bin', ...groups, radius, text },
    }
    return [mark]
  })
}

/** Rings, and the room for a name under each, without which names would have to go. */
function obstaclesOf(marks: readonly Mark[], level: number) {
  const rings = marks.map(({ at, picture: { radius }, offsets }): Obstacle => {
    return { at, radius, offset: offsets(level) }
  })
  const names = rings.flatMap(({ at, radius, offset: [x, y] }) =>
    NAME.along.map((dx): Obstacle => {
      return { at, radius: NAME.radius, offset: [x + dx, y + radius + NAME.below] }
    }),
  )
  return { names, rings }
}

/**
 * Settlements' marks with bins among them, which keep names off and step aside for rings: a bin stands for a piece of
 * ground, and need not be in its middle.
 */
export function withBins(
  { marks, points }: MarkedPoints,
  bins: readonly Mark[],
  rings: readonly Mark[],
  { zoom }: Frame,
): MarkedPoints {
  const standing = obstaclesOf(rings, levelAt(zoom))
  const offsets = avoid(findCircles(bins), standing.names, standing.rings, zoom)
  // A settlement's mark says where it is, and stays there.
  const moved = bins.map((bin, index) =>
    bin.zoomsIn ? { ...bin, offsets: () => offsets[index] ?? [0, 0] } : bin,
  )
  const formatBin = (bin: Mark) => toPoint(bin.at, { id: bin.id, ...roomProperties(bin) })
  return {
    marks: [...moved, ...marks],
    points: () => toCollection([...points().features, ...moved.map(formatBin)]),
  }
}
