import { type ComponentChildren, h, type VNode } from 'preact'
import { conflict, theme } from '../../app/state'
import type { GroundPath } from '../../figure/ground/drawGround'
import { shadeOf } from '../../figure/ground/groundStyle'
import { HATCHES, type HatchId } from '../../figure/ground/hatch'
import { writeGround } from '../../figure/ground/writeGround'
import { groupLooks } from '../../figure/groupColours'
import {
  countText,
  diamondRadius,
  type MarkPicture,
  ringRadius,
  type Shape,
} from '../../figure/markPicture'
import { shapeMark } from '../../figure/markShape'
import { findPalette } from '../../figure/palette'
import { box, swatch } from '../../figure/picture/legendKeys'
import { help } from '../../messages/compiled/help'
import type { Day } from '../../model/day'
import { Patterns } from '../timeline/Bars'
import { barPaths, frameBars } from '../timeline/barPaths'

type Part = Parameters<typeof help.figure>[0]['part']

/** Of all drawings, px. */
const WIDTH = 104
const HEIGHT = 56

/** What is drawn on map and timeline, as drawn there, each with a sentence. */
export function MapFigures() {
  const { raised } = findPalette(theme.value)
  return (
    <dl class="figures">
      <Figure part="settlement">
        <Mark shape="diamond" at={-18} certain={[1]} />
        <Mark shape="diamond" at={18} certain={[3]} />
      </Figure>
      <Figure part="settlements">
        <Mark shape="stack" certain={[5]} />
      </Figure>
      <Figure part="district">
        <Mark shape="ring" certain={[4]} />
      </Figure>
      <Figure part="shares">
        <Mark shape="ring" at={-22} certain={[5, 3]} />
        <Mark shape="diamond" at={22} certain={[4, 2]} />
      </Figure>
      <Figure part="range">
        <Mark shape="ring" certain={[2]} possible={[2]} />
      </Figure>
      <Figure part="bars" ground={raised}>
        <Bars />
      </Figure>
      <Figure part="shading">
        <Shades />
      </Figure>
      <Figure part="approximate">
        <Swatch shade={2} hatch="approximate" />
      </Figure>
      <Figure part="plain">
        <Swatch shade={0} />
      </Figure>
      <Figure part="silent">
        <Swatch shade={0} hatch="silent" />
      </Figure>
    </dl>
  )
}

interface FigureProps {
  readonly part: Part
  /** The colour behind it, if not that of land. */
  readonly ground?: string
  readonly children: ComponentChildren
}

function Figure({ part, ground = findPalette(theme.value).land, children }: FigureProps) {
  return (
    <div>
      <dt>
        <svg
          width={WIDTH}
          height={HEIGHT}
          viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
          style={{ background: ground }}
          aria-hidden="true"
        >
          {children}
        </svg>
        {help.figureName({ part })}
      </dt>
      <dd>{help.figure({ part })}</dd>
    </div>
  )
}

interface MarkProps {
  readonly shape: Shape
  /** Of its middle, px from that of the drawing. */
  readonly at?: number
  readonly certain: readonly number[]
  readonly possible?: readonly number[]
}

function Mark({ shape, at = 0, certain, possible = certain.map(() => 0) }: MarkProps) {
  const [sure, maybe] = [certain, possible].map((counts) => counts.reduce((a, b) => a + b)) as [
    number,
    number,
  ]
  const text = shape !== 'ring' && sure === 1 ? '' : countText(sure, maybe)
  const radius = shape === 'ring' ? ringRadius(sure + maybe, 0, text) : diamondRadius(text)
  const mark: MarkPicture = { shape, radius, text, certain, possible }
  const looks = groupLooks(conflict.value, 'party', theme.value)
  const drawn = shapeMark(mark, looks, findPalette(theme.value), false)
  return (
    <g transform={`translate(${at} 0)`}>
      <Ground paths={drawn.paths} />
      {drawn.text && (
        <text
          y={drawn.text.y}
          text-anchor="middle"
          font-size={drawn.text.size}
          font-weight={600}
          fill={drawn.text.fill}
        >
          {drawn.text.value}
        </text>
      )}
    </g>
  )
}

function Swatch({ shade, hatch }: { readonly shade: number; readonly hatch?: HatchId }) {
  const palette = findPalette(theme.value)
  const { paths } = swatch([shadeOf(palette, shade), hatch], palette, '')
  return (
    <g transform="scale(2)">
      <Ground paths={paths} hatch={hatch} />
    </g>
  )
}

function Shades() {
  const palette = findPalette(theme.value)
  const paths = [-1.5, -0.5, 0.5, 1.5].map((at, index) =>
    box(shadeOf(palette, index + 1), palette, 24 * at),
  )
  return <Ground paths={paths} />
}

function Ground({ paths, hatch }: { readonly paths: readonly GroundPath[]; hatch?: HatchId }) {
  const hatches = hatch ? [{ ...HATCHES[hatch], id: hatch, at: [0, 0] as const, scale: 1 }] : []
  const create = (name: string, attributes: object, ...content: VNode[]) =>
    h(name, attributes, ...content)
  return <>{writeGround<VNode>({ paths, hatches }, findPalette(theme.value), create)}</>
}

/** Two bars of the timeline. */
function Bars() {
  const [group] = conflict.value.parties
  if (!group) return null
  const bins = [
    { certain: [3], possible: [0] },
    { certain: [2], possible: [2] },
  ].map((counts, day) => ({
    ...{ ...counts, onFile: true },
    range: { from: day as Day, to: day as Day },
  }))
  const groups = [{ id: group.id, index: 0 }]
  const scale = { range: { from: 0 as Day, to: 1 as Day }, width: 56 }
  const paths = barPaths(bins, groups, scale, frameBars(bins, groups, 'stacked', 44))
  return (
    <g transform="translate(-28 -22)">
      <Patterns colouring="party" prefix="figure" />
      {paths.map(({ certain, d }) => (
        <path
          key={String(certain)}
          class={`party-${group.id} ${certain ? 'bars-certain' : 'bars-possible'}`}
          style={certain ? undefined : { fill: `url(#figure-${group.id})` }}
          d={d}
        />
      ))}
    </g>
  )
}
