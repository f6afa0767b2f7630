import type { Palette } from '../palette'
import type { DrawnGround, GroundPath, PlacedHatch } from './drawGround'

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Makes an SVG element: text for a file, or a node of a page. */
export type CreateElement<Node> = (name: string, attributes: Attributes, ...content: Node[]) => Node

/** The ids of hatches, also in a page that has the picture inside. */
const ID = 'contactline-'

/** The ground as SVG elements, from the bottom to the top. */
export function writeGround<Node>(
  { paths, hatches }: Pick<DrawnGround, 'paths' | 'hatches'>,
  palette: Palette,
  create: CreateElement<Node>,
): Node[] {
  return [
    create('defs', {}, ...hatches.map((hatch) => writeHatch(hatch, palette, create))),
    create(
      'g',
      {
        fill: 'none',
        'fill-rule': 'evenodd',
        'stroke-linejoin': 'round',
        'stroke-linecap': 'round',
      },
      ...paths.map((path) => writePath(path, create)),
    ),
  ]
}

function writeHatch<Node>(
  { id, side, d, colour, width, opacity, at, scale }: PlacedHatch,
  palette: Palette,
  create: CreateElement<Node>,
): Node {
  return create(
    'pattern',
    {
      id: ID + id,
      patternUnits: 'userSpaceOnUse',
      width: side,
      height: side,
      patternTransform: `translate(${round(at[0])} ${round(at[1])}) scale(${scale})`,
    },
    create('path', { d, stroke: palette[colour], 'stroke-width': width, opacity }),
  )
}

/** A path of the ground, or of a legend that explains it. */
export function writePath<Node>(
  { d, fill, stroke, strokeWidth, opacity, hatch, dash, area }: GroundPath,
  create: CreateElement<Node>,
): Node {
  return create('path', {
    d,
    fill: hatch ? `url(#${ID}${hatch})` : fill,
    stroke,
    'stroke-width': strokeWidth,
    opacity,
    'data-area': area,
    ...(dash && { 'stroke-dasharray': dash.map(round).join(' '), 'stroke-linecap': 'butt' }),
  })
}

/** A hundredth of a px. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
