import type { Pixel } from '../camera'

/** px from the top left corner of the view. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The square round a point. */
export function rectangleAround([x, y]: Pixel, half: number, halfHeight = half): Rectangle {
  return { left: x - half, top: y - halfHeight, right: x + half, bottom: y + halfHeight }
}

export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

export function areaOf({ left, top, right, bottom }: Rectangle): number {
  return (right - left) * (bottom - top)
}

export function isInside(a: Rectangle, b: Rectangle): boolean {
  return a.left >= b.left && a.top >= b.top && a.right <= b.right && a.bottom <= b.bottom
}

/** What others cover of a rectangle, each by itself, px²; from `enough` on, some of it. */
export function sharedArea(
  a: Rectangle,
  others: readonly Rectangle[],
  enough = Number.POSITIVE_INFINITY,
): number {
  let sum = 0
  for (const b of others) {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    if (across <= 0) continue
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    if (down <= 0) continue
    sum += across * down
    if (sum >= enough) return sum
  }
  return sum
}

export function grow({ left, top, right, bottom }: Rectangle, by: number): Rectangle {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}
