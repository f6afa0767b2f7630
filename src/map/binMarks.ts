import type { Feature, Point } from 'geojson'
import { MercatorCoordinate } from 'maplibre-gl'
import { totalOf } from '../data/classes'
import type { Bin } from './bins'
import type { MapValues } from './contract'
import { LEVELS, levelAt, stepAside } from './declutter'
import type { Frame } from './frame'
import { binRadius, countText } from './markPicture'
import { namesOf } from './names'
import { roomProperties, UNMOVED } from './offsets'
import { discsOf, type Mark, type MarkedPoints } from './sources'
import { settlementMark } from './spots'
import { markWords } from './words'

/**
 * Bins as marks: each with the number of its reports, which opens by zooming in. A bin of one settlement is that
 * settlement's mark.
 */
export function binMarks(bins: readonly Bin[], values: MapValues): Mark[] {
  const { dataset, colouring, lang } = values
  const greatest = Math.max(...bins.map(({ count }) => totalOf(count)))
  return bins.flatMap(({ id, groups, count, x, y, spot, row, isOneSpot }): Mark[] => {
    if (isOneSpot) {
      const settlement = settlementMark(values, spot, groups, row)
      return settlement ? [settlement] : []
    }
    const area = dataset.areaIds[dataset.spots.area[spot] ?? -1]
    if (area === undefined) return []
    const { lng, lat } = new MercatorCoordinate(x, y).toLngLat()
    const text = countText(count.certain, count.possible)
    const radius = binRadius(totalOf(count), greatest)
    const district = dataset.areas.get(area)
    const near = district ? namesOf(district, lang, '').lead : area
    const mark: Mark = {
      id,
      at: [lng, lat],
      shifts: UNMOVED,
      area,
      incident: null,
      zoomsIn: true,
      label: `Around here, ${near}: ${markWords(count, groups, colouring)}. Zoom in`,
      order: `${district?.name ?? area}, ${id}`,
      picture: { shape: 'bin', colouring, ...groups, radius, text },
    }
    return [mark]
  })
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
  const level = levelAt(zoom)
  const ringShifts = rings.map((ring) => ring.shifts[level])
  const shifts = stepAside(discsOf(bins), discsOf(rings), zoom, ringShifts)
  // A settlement's mark says where it is, and stays there.
  const moved = bins.map((bin, index) =>
    bin.zoomsIn ? { ...bin, shifts: LEVELS.map(() => shifts[index] ?? ([0, 0] as const)) } : bin,
  )
  const rooms = moved.map(
    ({ id, at, picture, shifts }): Feature<Point> => ({
      type: 'Feature',
      properties: { id, name: '', ...roomProperties(picture, shifts) },
      geometry: { type: 'Point', coordinates: [...at] },
    }),
  )
  return {
    marks: [...moved, ...marks],
    points: { type: 'FeatureCollection', features: [...points.features, ...rooms] },
  }
}
