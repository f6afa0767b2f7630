import { map as texts } from '../../messages/compiled/map'
import { picture } from '../../messages/compiled/picture'
import { tools } from '../../messages/compiled/tools'
import { classBreaks, greatestCount } from '../../query/classes'
import { isUnfiltered } from '../../query/conditions'
import { countGroups, groupsOf } from '../../query/groups'
import { groupLabel } from '../../query/groupWords'
import { type Camera, metresPerPixel } from '../camera'
import type { Figure, FigureValues } from '../figure'
import type { GroundPath } from '../ground/drawGround'
import { hiddenLayers, shadeOf } from '../ground/groundStyle'
import { type GroupLook, groupLooks } from '../groupColours'
import type { MarkPicture } from '../markPicture'
import { shapeMark } from '../markShape'
import { findPalette, type Palette } from '../palette'

/** A line of a picture's legend: a drawing, px from its middle, and what it means. */
export interface LegendKey {
  readonly paths: readonly GroundPath[]
  /** The numbers of a drawing of several parts, centred on `x`, below it. */
  readonly numbers: readonly { readonly x: number; readonly text: string }[]
  /** Of the drawing, px. */
  readonly width: number
  readonly height: number
  readonly text: string
}

const RADIUS = 7
const SWATCH = { width: 20, height: 13 }
/** The greatest length of a scale bar, px, and the height of its ends. */
const SCALE = { longest: 110, end: 5 }

/** What a picture shows, explained: only what is drawn in it. */
export function listKeys(values: FigureValues, figure: Figure, camera: Camera): LegendKey[] {
  const { slice, hidden } = values
  const palette = findPalette(values.theme)
  const off = hiddenLayers(hidden)
  const states = [...figure.districts.states.values()]
  const shapes = new Set(figure.marks.marks.map((each) => each.picture.shape))
  const neutral: GroupLook = { id: '', colour: palette.inkThird, cue: 'none' }
  const mark = (shape: MarkPicture['shape'], text: string) =>
    markKey(shape, [neutral], [1], [0], palette, text)
  const isFiltered = isUnfiltered(slice.filter) ? 'no' : 'yes'
  const isShaded = states.length > 0 && !hidden.has('shading')
  const isHatched = (id: 'approximate' | 'silent') =>
    !off.has(id) && states.some((each) => each[id])
  return [
    ...groupKeys(values, palette),
    ...(isShaded ? rampKeys(values, palette) : []),
    ...(shapes.has('diamond') ? [mark('diamond', tools.settlement())] : []),
    ...(shapes.has('stack') ? [mark('stack', picture.severalSettlements())] : []),
    ...(shapes.has('ring')
      ? [
          mark(
            'ring',
            tools.district({ settlements: hidden.has('settlements') ? 'hidden' : 'shown' }),
          ),
        ]
      : []),
    ...(slice.count.possible > 0 && shapes.size > 0
      ? [markKey('ring', [neutral], [0], [1], palette, tools.possible())]
      : []),
    ...(isShaded && isHatched('approximate')
      ? [swatch([shadeOf(palette, 2), 'approximate'], palette, tools.approximate())]
      : []),
    ...(isShaded && states.some((each) => each.class === 0 && !each.silent)
      ? [swatch([shadeOf(palette, 0)], palette, tools.noneInDates({ isFiltered }))]
      : []),
    ...(isShaded && isHatched('silent')
      ? [swatch([shadeOf(palette, 0), 'silent'], palette, tools.noneAtAll())]
      : []),
    ...(figure.marks.directions.length > 0 ? [directionKey(palette)] : []),
    scaleKey(camera, palette),
  ]
}

/** The groups in the slice, each with its colour and its second sign. */
function groupKeys({ dataset, slice, colouring, theme }: FigureValues, palette: Palette) {
  const { conflict } = dataset
  const { certain, possible } = countGroups(dataset, slice, colouring)
  const looks = groupLooks(conflict, colouring, theme)
  return groupsOf(conflict, colouring).flatMap((group, index) => {
    const look = looks[index]
    if (!look || (certain[index] ?? 0) + (possible[index] ?? 0) === 0) return []
    return [markKey('ring', [look], [1], [0], palette, groupLabel(group, colouring))]
  })
}

function markKey(
  shape: MarkPicture['shape'],
  looks: readonly GroupLook[],
  certain: readonly number[],
  possible: readonly number[],
  palette: Palette,
  text: string,
): LegendKey {
  const mark = { shape, radius: RADIUS, text: '', certain, possible }
  const { paths, width, height } = shapeMark(mark, looks, palette, false)
  return { paths, numbers: [], width, height, text }
}

function rampKeys({ slice }: FigureValues, palette: Palette): LegendKey[] {
  const classes = classBreaks(greatestCount(slice))
  if (classes.length === 0) return []
  const step = SWATCH.width + 6
  const xOf = (index: number) => (index - (classes.length - 1) / 2) * step
  return [
    {
      paths: classes.map((_, index) => box(shadeOf(palette, index + 1), palette, xOf(index))),
      numbers: classes.map(({ start }, index) => ({ x: xOf(index), text: start })),
      width: classes.length * step,
      height: SWATCH.height,
      text: tools.perDistrict(),
    },
  ]
}

export function swatch(
  [fill, hatch]: readonly [string, GroundPath['hatch']?],
  palette: Palette,
  text: string,
): LegendKey {
  const ground = box(fill, palette, 0)
  const paths = hatch ? [ground, { d: ground.d, hatch }] : [ground]
  return { paths, numbers: [], ...SWATCH, text }
}

/** A filled box, its middle at `x`, px. */
export function box(fill: string, { rule }: Palette, x: number): GroundPath {
  const [left, top] = [x - SWATCH.width / 2, -SWATCH.height / 2]
  const d = `M${left} ${top}h${SWATCH.width}v${SWATCH.height}h${-SWATCH.width}Z`
  return { d, fill, stroke: rule, strokeWidth: 0.8 }
}

function directionKey({ ink }: Palette): LegendKey {
  const half = SWATCH.width / 2
  const d = `M${-half} 0H${half}M${half - 4} -4L${half} 0L${half - 4} 4`
  const paths = [{ d, stroke: ink, strokeWidth: 1.5 }]
  return { paths, numbers: [], ...SWATCH, text: tools.directionKey() }
}

/** A bar of 1, 2 or 5 times a power of ten, kilometres, as long as fits, at the middle of the map. */
function scaleKey(camera: Camera, { ink }: Palette): LegendKey {
  const longest = (SCALE.longest * metresPerPixel(camera)) / 1000
  const power = 10 ** Math.floor(Math.log10(longest))
  const km = power * ([5, 2].find((step) => step * power <= longest) ?? 1)
  const width = (km * 1000) / metresPerPixel(camera)
  const d = `M${-width / 2} ${-SCALE.end}V0H${width / 2}V${-SCALE.end}`
  const paths = [{ d, stroke: ink, strokeWidth: 1.2 }]
  return { paths, numbers: [], width, height: 2 * SCALE.end, text: texts.scale({ km }) }
}
