import type { ExpressionSpecification } from 'maplibre-gl'
import { LEVELS, type Offset, type Offsets, scaleAt } from '../../figure/declutter'
import { halfWidth, type MarkPicture } from '../../figure/markPicture'
import { roomId } from '../style/imageIds'

/** Sizes of district names, px; their distances are counted in them. */
export const NAME_SIZE = { focus: 14, counted: 13, quiet: 11 } as const
/** Between a ring and its name, px; above and below a line has some room of its own that is given back. */
const GAP = { beside: 5, stacked: 8 } as const

/** A mark that stays where it is at every level of zoom. */
export const UNMOVED: Offsets = () => [0, 0]

type Anchors = (string | Offset)[]

/** The feature properties that `shiftAt` reads: icon offsets, which the map multiplies by the icon's size. */
function shiftProperties(shifts: Offsets): Record<string, Offset> {
  return Object.fromEntries(
    LEVELS.map(({ zoom }, level) => {
      const [x, y] = shifts(level)
      return [`shift${level}`, [x / scaleAt(zoom), y / scaleAt(zoom)] satisfies Offset]
    }),
  )
}

/** The feature properties that the layers of room read: how much a mark takes, and where. */
export function roomProperties(
  picture: MarkPicture,
  shifts: Offsets,
): Record<string, string | Offset> {
  return { room: roomId(halfWidth(picture), picture.radius), ...shiftProperties(shifts) }
}

/**
 * The feature properties that `anchorsAt` reads: where a name may stand, best first, in ems of its size. Round
 * a ring, wherever that has moved; on the site where there is none.
 */
export function anchorProperties(
  shifts: Offsets,
  radius: number,
  size: number,
): Record<string, Anchors> {
  return Object.fromEntries(
    LEVELS.map(({ zoom }, level) => {
      const [x, y] = shifts(level)
      const edge = radius * scaleAt(zoom)
      const beside = edge + GAP.beside
      const stacked = edge + GAP.stacked
      const corner = edge * Math.SQRT1_2 + GAP.beside
      const at = (dx: number, dy: number): Offset => [(x + dx) / size, (y + dy) / size]
      const round = [
        'top',
        at(0, stacked),
        'bottom',
        at(0, -stacked),
        'left',
        at(beside, 0),
        'right',
        at(-beside, 0),
        'top-left',
        at(corner, corner),
        'top-right',
        at(-corner, corner),
        'bottom-left',
        at(corner, -corner),
        'bottom-right',
        at(-corner, -corner),
      ]
      return [`anchors${level}`, radius === 0 ? ['center', at(0, 0), ...round] : round]
    }),
  )
}

/** The offset of a mark's picture at a zoom. */
export function shiftAt(): ExpressionSpecification {
  return byLevel((level) => ['array', 'number', 2, ['get', `shift${level}`]])
}

/** The places for a name at a zoom. */
export function anchorsAt(): ExpressionSpecification {
  return byLevel((level) => ['get', `anchors${level}`])
}

function byLevel(value: (level: number) => ExpressionSpecification): ExpressionSpecification {
  const [, ...further] = LEVELS
  return [
    'step',
    ['zoom'],
    value(0),
    ...further.flatMap(({ from }, index) => [from, value(index + 1)]),
  ] as ExpressionSpecification
}
