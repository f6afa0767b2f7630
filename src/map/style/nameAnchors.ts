import type { ExpressionSpecification } from 'maplibre-gl'
import { LEVELS, type Offset, type Offsets, scaleAt } from '../../figure/avoid'
import { halfWidth } from '../../figure/markPicture'
import type { Mark } from '../../figure/marks'
import { placesAround } from '../../figure/names/nameStyle'
import { roomId } from './imageIds'

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
      const places = placesAround(radius * scaleAt(zoom), offsets(level))
      const inEms = places.flatMap(([anchor, [x, y]]) => [anchor, [x / size, y / size]])
      return [`anchors${level}`, inEms as Anchors]
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
