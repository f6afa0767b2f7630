import type { GroundId } from '../../model/ground'
import type { LayerId } from '../../model/view'
import type { Palette } from '../palette'

/** Values at zooms, from the lowest on; linear between them, constant outside. */
export type Stops = readonly (readonly [zoom: number, value: number])[]

/** A flat fill or, with a width, lines. */
export interface GroundLayer {
  readonly id: string
  readonly part: GroundId | 'districts'
  readonly colour: 'water' | 'rule' | 'border' | 'inkThird'
  /** px. */
  readonly width?: Stops
  /** Lengths of dashes and gaps, in widths of the line. */
  readonly dash?: readonly number[]
  /** Leaves out districts that are not in focus. */
  readonly isFocus?: boolean
}

/** Beneath the districts. */
export const SEA: GroundLayer = { id: 'sea', part: 'sea', colour: 'water' }

/** Over the shading of the districts, from the bottom to the top. */
export const GROUND_LAYERS: readonly GroundLayer[] = [
  {
    id: 'rivers',
    part: 'rivers',
    colour: 'water',
    width: [
      [5, 0.6],
      [8, 1.2],
      [11, 2.2],
    ],
  },
  { id: 'water', part: 'water', colour: 'water' },
  { id: 'shores', part: 'water', colour: 'rule', width: [[0, 0.6]] },
  { id: 'provinces', part: 'provinces', colour: 'rule', width: [[0, 0.6]] },
  { id: 'outlines', part: 'districts', colour: 'rule', width: [[0, 0.8]] },
  {
    id: 'focus',
    part: 'districts',
    colour: 'inkThird',
    width: [
      [6, 1],
      [9, 1.6],
    ],
    isFocus: true,
  },
  {
    id: 'borders',
    part: 'borders',
    colour: 'border',
    width: [
      [5, 0.9],
      [9, 1.6],
    ],
    dash: [6, 2, 1.2, 2],
  },
]

/** Outlines of districts that are selected or hovered, over all of the above, px. */
export const ACTIVE_WIDTH = { selected: 2.4, hovered: 1.4 } as const

/** What a user switches, and the layers that go with it; shading turns plain, too. */
const TOGGLES: Readonly<Partial<Record<LayerId, readonly string[]>>> = {
  shading: ['silent', 'approximate'],
  settlements: ['site-names'],
  names: ['names', 'quiet-names'],
  towns: ['towns'],
  water: ['rivers', 'water', 'shores', 'water-names'],
  borders: ['borders', 'provinces'],
}

/** The layers that a set of switched-off entries hides. */
export function hiddenLayers(hidden: ReadonlySet<LayerId>): Set<string> {
  return new Set([...hidden].flatMap((id) => TOGGLES[id] ?? []))
}

/** The value of stops at a zoom. */
export function valueAt(stops: Stops, zoom: number): number {
  const after = stops.findIndex(([from]) => from > zoom)
  const [from, low] = stops.at(after === -1 ? -1 : Math.max(0, after - 1)) ?? [0, 0]
  const [to, high] = stops.at(after) ?? [0, 0]
  return zoom <= from || from === to ? low : low + ((high - low) * (zoom - from)) / (to - from)
}

/** The colour of districts by their class, 0 for none in the slice. */
export function shadeOf({ ramp, land }: Palette, districtClass: number): string {
  return ramp[districtClass - 1] ?? land
}
