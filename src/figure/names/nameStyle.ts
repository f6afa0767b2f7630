import type { Pixel } from '../camera'
import type { Stops } from '../ground/groundStyle'

/** How a kind of name is set. */
export interface NameStyle {
  readonly colour: 'label' | 'inkSecond' | 'inkThird' | 'waterLabel' | 'border'
  /** px. */
  readonly size: number
  /** In place of `size`, where it depends on the zoom. */
  readonly sizes?: Stops
  readonly isBold?: boolean
  /** Longer lines are broken, em. */
  readonly maxWidth: number
  /** Between letters, em. */
  readonly spacing: number
  /** em. */
  readonly lineHeight: number
  /** Kept free of other names all round, px. */
  readonly padding: number
  readonly hasHalo: boolean
}

const PLAIN = { maxWidth: 10, spacing: 0, lineHeight: 1.2, padding: 2, hasHalo: true } as const
const TOWN = { ...PLAIN, colour: 'inkSecond', maxWidth: 9, padding: 3 } as const
const DISTRICT = {
  ...PLAIN,
  colour: 'label',
  isBold: true,
  maxWidth: 14,
  lineHeight: 1.15,
  padding: 1,
} as const

/** Families of the letters: the page's own (src/styles). */
export const FONTS = ['Inter Variable', 'Noto Sans Armenian Variable'] as const

/** Districts are in focus, have reports in the slice (`counted`), or have none (`quiet`). */
export const NAME_STYLES = {
  focus: { ...DISTRICT, size: 14 },
  counted: { ...DISTRICT, size: 13 },
  quiet: { ...PLAIN, colour: 'inkThird', size: 11, maxWidth: 8, spacing: 0.06, padding: 4 },
  site: { ...PLAIN, colour: 'inkSecond', size: 12 },
  capital: { ...TOWN, size: 13 },
  city: { ...TOWN, size: 12 },
  town: { ...TOWN, size: 11 },
  water: { ...PLAIN, colour: 'waterLabel', size: 12, maxWidth: 6, spacing: 0.06, hasHalo: false },
  country: {
    ...PLAIN,
    colour: 'border',
    size: 14,
    sizes: [
      [5, 11],
      [8, 14],
    ],
    spacing: 0.3,
    padding: 6,
  },
} as const satisfies Record<string, NameStyle>

/** Width of the ground's colour round letters, px. */
export const HALO_WIDTH = 1.8

/**
 * The line that leads from a mark to a name or a place that is away from it, its halo, and the
 * radius of the dot at the place, px.
 */
export const LEADER = { width: 1, halo: 2, dot: 2 } as const

/**
 * The zoom from which, or until which, names show; from `allSites` on also those of settlements with
 * a single report. `twoForms` of a counted district's name (focus districts always have two),
 * `allForms`, and towns that a district is called after.
 */
export const NAME_ZOOM = {
  quietFrom: 7.4,
  allSites: 8,
  countriesUntil: 9,
  twoForms: 8,
  allForms: 9,
  seats: 9,
} as const

/** The zoom from which towns of a rank show: 1 capitals, 2 cities, 3 towns, 4 others. */
export const TOWN_ZOOM = { 1: 5, 2: 6, 3: 8, 4: 9 } as const
/**
 * The dot of a town, px: radius, the ground's colour round it, and half a side of the room it
 * takes; sizes are by rank.
 */
export const DOT = {
  radius: 2.2,
  rim: 1,
  half: 4,
  sizes: { 1: 1.25, 2: 1 },
  otherSize: 0.8,
} as const

/** The side or corner of a name that is at its point. */
export type Anchor =
  | 'center'
  | 'left'
  | 'right'
  | 'top'
  | 'bottom'
  | 'top-left'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-right'

/** A name's anchor, and where it goes, px from the place that is named. */
export type NamePlace = readonly [anchor: Anchor, offset: Pixel]

/** Orders of preference. */
export const TOWN_ANCHORS = ['left', 'right', 'top', 'bottom'] as const
export const SITE_ANCHORS = ['left', 'right', 'bottom', 'top'] as const
export const COUNTRY_ANCHORS = ['center', 'right', 'left', 'bottom', 'top'] as const
/** Between a place and its name: of towns and countries in em, of a settlement mark in px. */
export const NAME_GAP = { town: 0.5, country: 1.5, site: 4 } as const

/**
 * Between a ring and its name, px; above and below, a line has some room of its own that is given
 * back.
 */
const RING_GAP = { beside: 5, stacked: 8 } as const

/** In which a line can lead to a name; less than so far off a side is beside it. */
const DIRECTIONS = 16
const EVEN = 0.3

/**
 * Where a district's name can be, best first: round its ring, wherever that is drawn; on the place
 * if it has none.
 */
export function placesAround(radius: number, [x, y]: Pixel): NamePlace[] {
  const beside = radius + RING_GAP.beside
  const stacked = radius + RING_GAP.stacked
  const corner = radius * Math.SQRT1_2 + RING_GAP.beside
  const places: NamePlace[] = [
    ['top', [x, y + stacked]],
    ['bottom', [x, y - stacked]],
    ['left', [x + beside, y]],
    ['right', [x - beside, y]],
    ['top-left', [x + corner, y + corner]],
    ['top-right', [x - corner, y + corner]],
    ['bottom-left', [x + corner, y - corner]],
    ['bottom-right', [x - corner, y - corner]],
  ]
  return radius === 0 ? [['center', [x, y]], ...places] : places
}

/** All round a mark, at a distance from its edge, px: where a line leads to the name. */
export function placesInCircle(radius: number, [x, y]: Pixel, distance: number): NamePlace[] {
  return Array.from({ length: DIRECTIONS }, (_, index) => {
    const angle = (index * 2 * Math.PI) / DIRECTIONS
    const right = Math.cos(angle)
    const down = Math.sin(angle)
    const reach = radius + RING_GAP.beside + distance
    const upright = down > EVEN ? 'top' : down < -EVEN ? 'bottom' : null
    const sideways = right > EVEN ? 'left' : right < -EVEN ? 'right' : null
    const anchor = upright && sideways ? (`${upright}-${sideways}` as const) : upright
    return [anchor ?? sideways ?? 'center', [x + right * reach, y + down * reach]]
  })
}

/** The same distance from the place at each anchor, px. */
export function placesBeside(anchors: readonly Anchor[], distance: number): NamePlace[] {
  const offsets: Readonly<Partial<Record<Anchor, Pixel>>> = {
    left: [distance, 0],
    right: [-distance, 0],
    top: [0, distance],
    bottom: [0, -distance],
  }
  return anchors.map((anchor) => [anchor, offsets[anchor] ?? [0, 0]])
}
