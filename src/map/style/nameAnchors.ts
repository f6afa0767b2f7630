import type { ExpressionSpecification } from 'maplibre-gl'
import { LEVELS, type Offset, type Offsets, scaleAt } from '../../figure/avoid'
import { halfWidth } from '../../figure/markPicture'
import type { Mark } from '../../figure/marks'
import { roomId } from './imageIds'

/** Sizes of district names, px; their distances are in ems of them. */
export const NAME_SIZE = { focus: 14, counted: 13, quiet: 11 } as const
/** Between a ring and its name, px. Lines have some room above and below, which is subtracted. */
const GAP = { beside: 5, stacked: 8 } as const

type Anchors = (string | Offset)[]

/** The feature properties that the layers of room read: the size of a mark and its offsets. */
export function roomProperties({ picture, offsets }: Pick<Mark, 'picture' | 'offsets'>): {
  readonly [name: string]: string | Offset
} {
  // The map multiplies icon offsets by the size of the icon.
  const unscaled = LEVELS.map(({ zoom }, level) => {
    const [x, y] = offsets(level)
    return [`offset${level}`, [x / scaleAt(zoom), y / scaleAt(zoom)] satisfies Offset]
  })
  return { room: roomId(halfWidth(picture), picture.radius), ...Object.fromEntries(unscaled) }
}

/**
 * The feature properties that `anchorsAt` reads: the positions of a name, best first, in ems.
 * Around a ring, wherever that has moved; in the middle where there is none.
 */
export function anchorProperties(
  offsets: Offsets,
  radius: number,
  size: number,
): Record<string, Anchors> {
  return Object.fromEntries(
    LEVELS.map(({ zoom }, level) => {
      const [x, y] = offsets(level)
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

/** The offset of a mark at a zoom. */
export function offsetAt(): ExpressionSpecification {
  return byLevel((level) => ['array', 'number', 2, ['get', `offset${level}`]])
}

/** The positions of a name at a zoom. */
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
