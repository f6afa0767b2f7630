import type { AreaId } from '../../model/ids'
import type { Pixel } from '../camera'
import type { Rectangle } from './rectangle'

/** What a mark covers, and the district that it is of. */
export interface MarkBox extends Rectangle {
  readonly area: AreaId | null
}

/** The mark of what is named, px; its middle as seen from the place of the name. */
export interface NamedMark {
  readonly middle: Pixel
  readonly radius: number
  /** Whose other marks the name is of, too. */
  readonly area: AreaId | null
}

/** From a mark to a name that is away from it. */
export type Leader = readonly [Pixel, Pixel]

/** Beside a mark this close, a name reads as that mark's, px. */
const BESIDE = 10
/** What it costs, in px² of a mark covered: of a name with a line of its own, or without. */
const COST = { beside: 1, besideWithLine: 0.25, crossing: 0.2 } as const

/** From the edge of a mark, whose place is given, to the nearest point of a box. */
export function findLeader(at: Pixel, { middle, radius }: NamedMark, box: Rectangle): Leader {
  const [x, y] = [at[0] + middle[0], at[1] + middle[1]]
  const endX = Math.min(Math.max(x, box.left), box.right)
  const endY = Math.min(Math.max(y, box.top), box.bottom)
  const part = Math.min(1, radius / Math.max(1, Math.hypot(endX - x, endY - y)))
  return [
    [x + (endX - x) * part, y + (endY - y) * part],
    [endX, endY],
  ]
}

/**
 * What a name costs that can be read as the name of another mark: it is nearer to that than to its
 * own, or a line crosses a mark or a name.
 */
export function misreadCost(
  { box, leader }: { readonly box: Rectangle; readonly leader: Leader | null },
  own: Rectangle,
  others: readonly MarkBox[],
  names: readonly Rectangle[],
  leaders: readonly Leader[],
): number {
  const isBesideOwn = !leader && own.right > own.left
  const near = isBesideOwn ? Math.min(BESIDE, distance(box, own)) : BESIDE
  const isBeside = others.some((other) => distance(box, other) < near)
  const beside = leader ? COST.besideWithLine : COST.beside
  const crossed = leader ? countCrossed(leader, others) + countCrossed(leader, names) : 0
  const under = leaders.filter((each) => crosses(each, box)).length
  return (isBeside ? beside : 0) + COST.crossing * (crossed + under)
}

function countCrossed(leader: Leader, boxes: readonly Rectangle[]): number {
  return boxes.filter((box) => crosses(leader, box)).length
}

/** From a name to the circle round a mark: most are round, and a name can be at their corner. */
function distance(name: Rectangle, { left, top, right, bottom }: Rectangle): number {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const across = Math.max(0, name.left - x, x - name.right)
  const down = Math.max(0, name.top - y, y - name.bottom)
  return Math.hypot(across, down) - Math.max(right - left, bottom - top) / 2
}

function crosses([[x, y], [endX, endY]]: Leader, box: Rectangle): boolean {
  const isAcross = Math.max(x, endX) > box.left && Math.min(x, endX) < box.right
  const isDown = Math.max(y, endY) > box.top && Math.min(y, endY) < box.bottom
  if (!isAcross || !isDown) return false
  let from = 0
  let to = 1
  for (const [start, along, low, high] of [
    [x, endX - x, box.left, box.right],
    [y, endY - y, box.top, box.bottom],
  ] as const) {
    if (along === 0) continue
    const ends = [(low - start) / along, (high - start) / along]
    from = Math.max(from, Math.min(...ends))
    to = Math.min(to, Math.max(...ends))
  }
  return from < to
}
